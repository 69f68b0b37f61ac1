<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DataFacts</name>
    <message numerus="yes">
        <source>%n ragged row(s)</source>
        <translation>
            <numerusform>%n ragged row</numerusform>
            <numerusform>%n ragged rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) that are no number</source>
        <translation>
            <numerusform>%n field that is no number</numerusform>
            <numerusform>%n fields that are no number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing value(s)</source>
        <translation>
            <numerusform>%n missing value</numerusform>
            <numerusform>%n missing values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate name(s)</source>
        <translation>
            <numerusform>%n duplicate name</numerusform>
            <numerusform>%n duplicate names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are missing in the file</source>
        <translation>
            <numerusform>%n value is missing in the file</numerusform>
            <numerusform>%n values are missing in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::AttentionPage</name>
    <message numerus="yes">
        <source>mean of %n sample(s) with %1 %2 and all heads</source>
        <translation>
            <numerusform>mean of %n sample with %1 %2 and all heads</numerusform>
            <numerusform>mean of %n samples with %1 %2 and all heads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>head %1, mean of %n sample(s)</source>
        <translation>
            <numerusform>head %1, mean of %n sample</numerusform>
            <numerusform>head %1, mean of %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::AttentionPlot</name>
    <message numerus="yes">
        <source>Bar chart of the mean attention to %n pathway(s); most to %1.</source>
        <translation>
            <numerusform>Bar chart of the mean attention to %n pathway; most to %1.</numerusform>
            <numerusform>Bar chart of the mean attention to %n pathways; most to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n sample(s) and all heads</source>
        <translation>
            <numerusform>mean of %n sample and all heads</numerusform>
            <numerusform>mean of %n samples and all heads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::EnrichmentBarPlot</name>
    <message numerus="yes">
        <source>Bar chart of the top %n pathway(s); first: %1 with %2 of %3 genes, adjusted p %4.</source>
        <translation>
            <numerusform>Bar chart of the top %n pathway; first: %1 with %2 of %3 genes, adjusted p %4.</numerusform>
            <numerusform>Bar chart of the top %n pathways; first: %1 with %2 of %3 genes, adjusted p %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::ErrorBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::ExportAll</name>
    <message numerus="yes">
        <source>%1 holds %n file(s) of results already. Those of the same names are replaced.</source>
        <translation>
            <numerusform>%1 holds %n file of results already. It is replaced where a new one has its name.</numerusform>
            <numerusform>%1 holds %n files of results already. Those of the same names are replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::FluxDistributionPlot</name>
    <message numerus="yes">
        <source>Sorted fluxes of %n sample(s) and their histogram, from %1 to %2 mmol/gDW/h.</source>
        <translation>
            <numerusform>Sorted fluxes of %n sample and their histogram, from %1 to %2 mmol/gDW/h.</numerusform>
            <numerusform>Sorted fluxes of %n samples and their histogram, from %1 to %2 mmol/gDW/h.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s).</source>
        <translation>
            <numerusform>%n sample.</numerusform>
            <numerusform>%n samples.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n without a solution left out.</source>
        <translation>
            <numerusform> %n without a solution left out.</numerusform>
            <numerusform> %n without a solution left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::FluxHeatMap</name>
    <message numerus="yes">
        <source>%n sample(s), by first principal component</source>
        <translation>
            <numerusform>%n sample, by first principal component</numerusform>
            <numerusform>%n samples, by first principal component</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constant reaction(s)</source>
        <translation>
            <numerusform>%n constant reaction</numerusform>
            <numerusform>%n constant reactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing value(s)</source>
        <translation>
            <numerusform>%n missing value</numerusform>
            <numerusform>%n missing values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), clustered</source>
        <translation>
            <numerusform>%n sample, clustered</numerusform>
            <numerusform>%n samples, clustered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::FluxPanel</name>
    <message numerus="yes">
        <source>%n sample(s) of the cohort; the filter is in the Data panel.</source>
        <translation>
            <numerusform>%n sample of the cohort; the filter is in the Data panel.</numerusform>
            <numerusform>%n samples of the cohort; the filter is in the Data panel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::GroupBoxPlot</name>
    <message numerus="yes">
        <source>p adjusted over the %n reaction(s) tested %1 (%2).</source>
        <translation>
            <numerusform>p adjusted over the %n reaction tested %1 (%2).</numerusform>
            <numerusform>p adjusted over the %n reactions tested %1 (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::GseaPlot</name>
    <message numerus="yes">
        <source>Running enrichment score of %1: %n gene(s), NES %2, FDR q %3.</source>
        <translation>
            <numerusform>Running enrichment score of %1: %n gene, NES %2, FDR q %3.</numerusform>
            <numerusform>Running enrichment score of %1: %n genes, NES %2, FDR q %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Red: high, blue: negative metric. %n gene permutation(s), weight %1; library %2.</source>
        <translation>
            <numerusform>Red: high, blue: negative metric. %n gene permutation, weight %1; library %2.</numerusform>
            <numerusform>Red: high, blue: negative metric. %n gene permutations, weight %1; library %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::LossPlot</name>
    <message numerus="yes">
        <source>Losses and validation correlation of %n epoch(s); last validation Pearson r %1.</source>
        <translation>
            <numerusform>Losses and validation correlation of %n epoch; last validation Pearson r %1.</numerusform>
            <numerusform>Losses and validation correlation of %n epochs; last validation Pearson r %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::MainWindow</name>
    <message numerus="yes">
        <source>Tables, %n figure(s) and manifest.json were written to %1.</source>
        <translation>
            <numerusform>Tables, %n figure and manifest.json were written to %1.</numerusform>
            <numerusform>Tables, %n figures and manifest.json were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::PredictionPlot</name>
    <message numerus="yes">
        <source>Scatter plot of predicted against target flux of %n sample(s).</source>
        <translation>
            <numerusform>Scatter plot of predicted against target flux of %n sample.</numerusform>
            <numerusform>Scatter plot of predicted against target flux of %n samples.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::RunCurvesPlot</name>
    <message numerus="yes">
        <source>Training curves of %n run(s)</source>
        <translation>
            <numerusform>Training curves of %n run</numerusform>
            <numerusform>Training curves of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::ScenarioBar</name>
    <message numerus="yes">
        <source>%n uptake limit(s)</source>
        <translation>
            <numerusform>%n uptake limit</numerusform>
            <numerusform>%n uptake limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bounds of %n reaction(s)</source>
        <translation>
            <numerusform>bounds of %n reaction</numerusform>
            <numerusform>bounds of %n reactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gene(s) knocked out</source>
        <translation>
            <numerusform>%n gene knocked out</numerusform>
            <numerusform>%n genes knocked out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::ShapBarPlot</name>
    <message numerus="yes">
        <source>Sum of %n other gene(s)</source>
        <translation>
            <numerusform>Sum of %n other gene</numerusform>
            <numerusform>Sum of %n other genes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::ShapSummaryPlot</name>
    <message numerus="yes">
        <source>Beeswarm of the SHAP values of %n gene(s), coloured by expression; the most important is %1.</source>
        <translation>
            <numerusform>Beeswarm of the SHAP values of %n gene, coloured by expression; the most important is %1.</numerusform>
            <numerusform>Beeswarm of the SHAP values of %n genes, coloured by expression; the most important is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::StressPlot</name>
    <message numerus="yes">
        <source>Survival curves of %n group(s); half of the samples keep half of their growth up to r_D = %1 mmol/gDW/h.</source>
        <translation>
            <numerusform>Survival curves of %n group; half of the samples keep half of their growth up to r_D = %1 mmol/gDW/h.</numerusform>
            <numerusform>Survival curves of %n groups; half of the samples keep half of their growth up to r_D = %1 mmol/gDW/h.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::StressScatterPlot</name>
    <message numerus="yes">
        <source>Scatter plot of %n sample(s).</source>
        <translation>
            <numerusform>Scatter plot of %n sample.</numerusform>
            <numerusform>Scatter plot of %n samples.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::TablePane</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
</TS>
