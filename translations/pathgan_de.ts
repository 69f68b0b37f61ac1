<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Core</name>
    <message>
        <source>expression matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clinical table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gene map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gene sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interaction network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metabolic model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fluxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enrichment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stress test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognising files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selecting samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading expression matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading clinical table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading gene map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading gene sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading interaction network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading metabolic model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing fluxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explaining predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing enrichment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulating stress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading interactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solving the wild type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solving samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding flux ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the stress model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading LibTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explaining samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permuting genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xena TSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GCT 1.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank-separated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GMT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GMX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log2(norm count + 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header has no name for its first column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second column annotates genes and holds no values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples in columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples in rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barcodes in the first column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barcodes in the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gene names in the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gene names in the first column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither side has known names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no protein.info file beside the links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protein ids stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STRING links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary tumour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrent tumour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary blood cancer, blood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrent blood cancer, bone marrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>additional primary tumour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metastatic tumour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>additional metastatic tumour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary blood cancer, bone marrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal blood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal buccal cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal bone marrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell line control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FBC version 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bounds in kinetic laws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gene rules in notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subsystems in notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boundary species has a reaction of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gene rule not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no active objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infeasible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undefined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum attainable flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ridge regression predicts better than the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours predict better than the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training mean predicts better than the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critic loss exceeds 1e6: no Lipschitz control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode collapse: predictions hardly vary between samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The critic never separated real from predicted fluxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |SHAP value|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standardised units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataFacts</name>
    <message>
        <source>%1 genes × %2 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no primary tumour: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second sample of a patient: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample twice in the matrix: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept, but without a clinical row: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clinical row without expression: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values range from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gene sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genes, %2 interactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>combined score from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in gene table is used; a map file of yours (symbol, entrez_gene_id) would replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as %1, with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples in rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>genes in rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values are taken as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log ratios have no linear scale: fluxes computed from them mean little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ragged row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) that are no number</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing value(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate name(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A setting cannot be used (%1): change the marked field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not found (%1): check its name and folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read (%1): check that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty (%1): download or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed file is damaged or ends too early (%1): download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a UTF-8 text file (%1): save it as UTF-8 text, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content fits none of the formats PathGAN reads (%1): open an expression matrix, clinical table, gene sets, interaction network or model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line lacks what this format needs (%1): correct the header of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row has another number of fields than the header (%1): correct the file, or choose a rule for such rows in the Data panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field that must be a number is none (%1): correct the file, or choose a rule for such fields in the Data panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that is needed is missing (%1): fill it in, or choose a rule for missing values in the Data panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name that must be unique occurs twice (%1): rename one, or choose a rule for duplicates in the Data panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metabolic model cannot be used (%1): check the file with the SBML validator, or open another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gene rule cannot be understood (%1): correct its “and”, “or” and parentheses in the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of that name (%1): check its spelling against the tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flux satisfies all bounds (%1): widen the bounds or choose another medium.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The objective grows without limit (%1): give the reactions finite bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The linear solver gave up (%1): try again with other bounds, or report this model to us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All flux targets are the same for every sample, so training would learn nothing: choose the E-Flux rule in the Flux panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two inputs share no gene, sample or reaction (%1): check the identifiers in the Data panel, or open a gene map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are not enough samples for this (%1): choose another sample filter, or open a larger cohort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged (%1): lower the learning rate or use the gradient penalty, then train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something this step needs is not there yet (%1): open or compute it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed: run the step again whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written (%1): check the folder, its permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory: close other programs, or use fewer genes or samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of PathGAN could not be loaded (%1): install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong (%1): copy the details and send them to us; your data are unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to a step of the workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag to move, wheel or + and − to zoom, arrow keys to move, double click to reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type in the search field, click a header to sort, Ctrl+C to copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PathGAN downloads nothing by itself. These are the files the analysis was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression and clinical tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCSC Xena, TCGA hub: per cohort “HiSeqV2” (gene expression RNAseq, IlluminaHiSeq) and “clinicalMatrix” (phenotype).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open-access TCGA data; follow the NCI Genomic Data Commons&apos; policies and cite TCGA and Xena (Goldman et al. 2020).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metabolic model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recon3D of BiGG as SBML (Recon3D.xml or Recon3D.xml.gz).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the BiGG terms of UC San Diego: free for education, research and non-profit use; commercial use needs a licence. Cite Brunk et al. 2018.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSigDB hallmark collection as gene symbols (h.all.….symbols.gmt).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CC BY 4.0; cite Liberzon et al. 2015.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrichr library MSigDB_Hallmark_2020.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free for academic use; commercial users contact Mount Sinai. Cite Kuleshov et al. 2016.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interaction network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STRING, human: 9606.protein.links and 9606.protein.info, kept in one folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CC BY 4.0; cite Szklarczyk et al. 2023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to get the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From tumour transcriptomes to metabolic flux. For research only, not for diagnosis or treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences of the libraries: LibTorch BSD-3-Clause, GLPK GPL-3.0-or-later, libSBML LGPL-2.1-or-later, QCustomPlot GPL-3.0-or-later, Eigen MPL-2.0, nlohmann/json MIT, OpenBLAS BSD-3-Clause. Gene table: Bioconductor org.Hs.eg.db, Artistic-2.0, from NCBI Gene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About PathGAN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>%1 (quartiles %2 to %3) %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clinical row for this sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reported: %1 columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrez id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean |SHAP|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 mmol/gDW/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A negative flux runs from right to left; a negative exchange flux is uptake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over-representation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 genes, adjusted p %3, combined score %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preranked GSEA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NES %1, FDR %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>From tumour transcriptomes to metabolic flux.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the embedded example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression, clinical table, gene sets, network, model or trained network, recognised from their content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[FILE…]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy figure or table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this &amp;step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel all jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to get the &amp;data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About PathGAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>p not defined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with a value; missing tokens such as [Not Available] are not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values (rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ragged row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a lost or extra separator, or choose a rule for ragged rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it (decimal point, no thousands separators), or take such fields as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as unmeasured, never as zero, unless you choose another rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row is used, as Xena does, unless you choose another rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the row or column a name; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the first line with the format&apos;s description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xena allows 255 characters; check that the separator was recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts fields; empty: the whole line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth (1/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower bound (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper bound (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metabolite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrez id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the model gives none, the gene counts as unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official symbol by the built-in gene table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No expression matrix yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step needs gene expression of a cohort, e.g. Xena&apos;s HiSeqV2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clinical table yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups are the words of a clinical column, e.g. radiation_therapy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gene sets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network attends to pathways: open a GMT file, e.g. the hallmark sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No metabolic model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fluxes are computed in a genome-scale model, e.g. Recon3D as SBML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fluxes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step starts from the fluxes computed in the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trained network yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network, or load one by File → Load network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No explanation yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrichment starts from the genes that explain the predictions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Explain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::AttentionPlot</name>
    <message>
        <source>(genes of no set)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway attention of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar chart of the attention paid to each pathway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Bar chart of the mean attention to %n pathway(s); most to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>mean attention weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over samples; all weights of a sample sum to 1. Dashed: even attention, 1/%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 largest of %2 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::ClinicalColumns</name>
    <message>
        <source>not reported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::DataPanel</name>
    <message>
        <source>The files of the analysis: each is recognised from its content; what is wrong in them is listed, never hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clinical table is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it fits together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes × samples: Xena TSV, CSV or GCT, plain or gzip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples or patients in rows, e.g. Xena&apos;s clinicalMatrix. Needed for groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathways as GMT, GMX or GRP, e.g. the hallmark sets. Needed for training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns of genes, or STRING links. Joins reactions in the network&apos;s critic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary tumours, one a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the sample type in the TCGA barcode; names that are no barcodes are all kept. What is left is the cohort, in every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Samples used:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples of the expression matrix in the cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes of the model&apos;s rules that were measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes of the gene sets that were measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes of the interaction network that were measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First genes and samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No expression matrix is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems in the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules for reading the expression matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ragged rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuse the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill up with missing values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take as missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Missing values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep as unmeasured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take as zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of the gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the gene out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the first (as Xena)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was left out or lacks something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model genes that were not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene-set genes that were not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network genes that were not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are joined by the gene table: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::EnrichPanel</name>
    <message>
        <source>Two questions: do the top genes fall into a pathway more often than chance would have it, and do a pathway&apos;s genes stand near the top of the whole ranking?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test enrichment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over-representation of the top genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Top genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By mean |SHAP value|. With ten genes a single hit ranks high; 100 or more are steadier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GSEApy&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20,000 genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Enrichr&apos;s web site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The genes the top genes are thought to be drawn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Odds ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 added to each cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GSEApy since 1.1.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrichr&apos;s web site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preranked GSEA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Permutations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;mallest set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes of the set that are in the ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Largest set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combined score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−log10 adjusted p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over-representation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs SHAP values and gene sets, e.g. the MSigDB hallmark sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No set has between %1 and %2 genes in the ranking (%3 too small, %4 too large).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked by %1; the %2 top genes against %3 background genes. Read FDR at 5 %: the 25 % of the GSEA program holds for permuted samples, not for a given ranking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With so few genes a single hit can rank high: look at the overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrich</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::EnrichmentBarPlot</name>
    <message>
        <source>%1/%2, adj. p = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathways over-represented among the top genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar chart of enriched pathways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Bar chart of the top %n pathway(s); first: %1 with %2 of %3 genes, adjusted p %4.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 measured genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genes of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 given genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genes, as a number only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as Enrichr: k(N − m − n + k) / max((m − k)(n − k), 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with 0.5 added to each cell (Haldane–Anscombe)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 genes asked for are in the background (%3). Library: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: overlap / set size, Benjamini–Hochberg adjusted p. Odds ratio %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; %1 (complete overlap), %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>combined score (−ln p × odds ratio)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−log10(adjusted p)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey bars: adjusted p above 0.05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2
combined score %3, odds ratio %4
%5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::ErrorBar</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what exactly went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message with its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::ExplainPanel</name>
    <message>
        <source>Number of genes shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test enrichment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pathways the top genes belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHAP values split a prediction into one contribution a gene: together with the base value they add up to the network&apos;s output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples to explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected: the first ten, as in the paper. Ctrl or Shift selects several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is explained: the mean of all predicted fluxes, or one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected gradients, random draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As shap.GradientExplainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected gradients, quadrature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every background sample and eight nodes: no random error, slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training samples the explanation is relative to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample of the bar plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of &amp;other genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sum of the other genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample of the force plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes by mean |SHAP value|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of all outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a trained network. Explains the first ten samples unless you select others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All: mean |SHAP value|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean |SHAP value|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained: %1, in %2. Base value %3 (mean output of %4 background samples). The values of a sample miss its output by at most %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::ExportDialog</name>
    <message>
        <source>The figure&apos;s own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single column (85 mm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double column (175 mm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV: the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print: white, black text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transparent background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::FigurePane</name>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figure as PNG, SVG or PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figure to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the numbers behind the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figure&apos;s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything again (double click)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::FluxDistributionPlot</name>
    <message>
        <source>Maximum attainable flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux over the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over the samples: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted fluxes and their histogram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sorted fluxes of %n sample(s) and their histogram, from %1 to %2 mmol/gDW/h.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wild type: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples, sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n without a solution left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> Wild type: the model without bounds from expression.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::FluxHeatMap</name>
    <message>
        <source>Fluxes of the cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map of samples and reactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map of %1 samples and %2 reactions, standardised by reaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), by first principal component</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>z-score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z-score by reaction of log10(max(flux, 0.001 mmol/gDW/h)). Samples from top to bottom by their score on the first principal component. White: mean; also reactions that are constant and missing values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::FluxPanel</name>
    <message>
        <source>Expression sets how much each reaction can carry; the model then says what flux is possible in every sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute fluxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression &amp;rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reaction&apos;s capacity follows its genes&apos; expression relative to the cohort&apos;s maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper&apos;s formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UB = 1000 (1 + average/100): widens bounds that do not bind, so all samples come out the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How expression becomes bounds of reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum attainable flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity of each reaction at 90 % of the growth: unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux, perturbed pFBA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One consistent flux vector: unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux, plain FBA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One optimal vertex of many: depends on the solver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Physiological</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a list of nutrients may enter, at the model&apos;s own limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As distributed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds as in the file; in Recon3D every exchange is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core glutathione</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch glutathione, neither exchange nor transport (31 in Recon3D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that touch glutathione</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those listed below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GTHO1 GTHPi …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction ids, separated by blanks or commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isoen&amp;zymes (or)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction id to be maximised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Growth kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the maximal growth that a capacity must leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Flux &amp;scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Flux &amp;floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores on the &amp;log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log2(x+1) instead of the linear scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper: &amp;key set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by metabolite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by subsystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper: &amp;average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>genes of the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glutathione genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fluxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reac&amp;tion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One linear program for each sample and reaction: about six seconds a sample in Recon3D. You can pause, or stop and keep the samples finished so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) of the cohort; the filter is in the Data panel.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;All targets are the same for every sample.&lt;/b&gt; Training would learn nothing; choose E-Flux as the expression rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 reactions vary between samples; effective rank %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 samples solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (stopped early: the others are left out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 of %2 model genes measured; expression sets the bounds of %3 reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; growth without expression bounds %1 1/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::GroupBoxPlot</name>
    <message>
        <source> adj.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over the reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box plot of groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: n = %2, median %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box plot. %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test: fewer than two reported groups with at least two values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2, p %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; Cliff&apos;s δ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs: %1, adjusted by %2; brackets: adjusted p ≤ 0.05, at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box: quartiles and median; whiskers: data within 1.5 IQR; points: samples. Not reported: shown, not tested. ns p &gt; 0.05, * ≤ 0.05, ** ≤ 0.01, *** ≤ 0.001, **** ≤ 0.0001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, n = %2
median %3, quartiles %4 – %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::GroupsPanel</name>
    <message>
        <source>Is the flux of one group of tumours different from that of another?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical column whose values are the groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples by group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again &amp;within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats the test inside each value of this column, e.g. inside each tumour type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests of every reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same test within each group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to repeat: no column is tied to the groups, or no part has two groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs fluxes and a clinical table. radiation_therapy is chosen where it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In TCGA this column mostly describes therapy given after the sample was taken: a difference shows who was selected for radiotherapy, not its effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups are tied to %1 (Cramér&apos;s V %2; %3): a difference may be one of %1. See the tab Within.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of all reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::GseaPlot</name>
    <message>
        <source>Enrichment plot: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrichment plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running enrichment score of a gene set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Running enrichment score of %1: %n gene(s), NES %2, FDR q %3.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ES = %1, NES = %2, %3, %4; %5 of the list&apos;s genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrichment score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank in Ordered Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero crossing at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Red: high, blue: negative metric. %n gene permutation(s), weight %1; library %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1
rank %2, metric %3, running ES %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::InputCard</name>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row of a table or a point of a figure: what is known of that sample, gene, reaction or pathway stands here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::JobBar</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::JobRow</name>
    <message>
        <source>Progress of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause this job; press again to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now and keep what is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End now and forget this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::LossPlot</name>
    <message>
        <source>Curves appear here while the network trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generator loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critic loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wasserstein estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation Pearson r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training curves by epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Losses and validation correlation of %n epoch(s); last validation Pearson r %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>kept: epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (symmetric log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pearson r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold: exponential moving average of weight %1, debiased; faint: raw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close PathGAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are results that were not exported. They are lost when the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained networks (*.pt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained networks (*.pt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for tables, figures and manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tables, %n figure(s) and manifest.json were written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no figure on screen: choose a tab with one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::MatchBar</name>
    <message>
        <source>Not matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what has no counterpart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not matched: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 (%3 %)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::ModelPanel</name>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2): %3 reactions, %4 of them with a gene rule; %5 metabolites; %6 genes; %7 compartments. Objective: %8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Recon3D&lt;/b&gt;, the human network the analysis was made for, is not part of this program. Download &lt;i&gt;Recon3D.xml&lt;/i&gt; or &lt;i&gt;Recon3D.xml.gz&lt;/i&gt; from &lt;a href=&quot;http://bigg.ucsd.edu/models/Recon3D&quot;&gt;bigg.ucsd.edu/models/Recon3D&lt;/a&gt;. The BiGG terms of UC San Diego allow free use for education, research and by non-profit organisations; commercial use needs a licence. Please cite Brunk et al., Nature Biotechnology 2018.&lt;/p&gt;&lt;p&gt;Any other model works as well: SBML Level 3 with FBC, older COBRA SBML, or COBRA JSON, plain or compressed.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metabolites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The genome-scale network in which fluxes are computed: reactions, bounds and the genes they need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to get models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No metabolic model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.xml *.xml.gz *.xml.bz2 *.sbml *.json *.json.gz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::OptionsForm</name>
    <message>
        <source>Show or hide these settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::Plot</name>
    <message>
        <source>No data yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::PredictionPlot</name>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted against target flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted against target flux: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Scatter plot of predicted against target flux of %n sample(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (n = %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r %1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target flux (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted flux (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: predicted = target. r: Pearson&apos;s, on mmol/gDW/h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)
target %3, predicted %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::Rail</name>
    <message>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::RailButton</name>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2 (Ctrl+%3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::ShapBarPlot</name>
    <message>
        <source>Genes that matter most to the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHAP values of sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar chart of SHAP values by gene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar chart of SHAP values; largest: %1 with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean(|SHAP value|)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHAP value</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Output: %1 (%2), base value %3; %n sample(s) explained.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Largest additivity error: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::ShapForcePlot</name>
    <message>
        <source>Forces on one sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves the prediction of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force plot of one sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the base value %1 to the output %2: %3 genes push up, %4 push down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base value %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left of f(x), red: raises the output; right, blue: lowers it. Genes that contribute less than 5 % (or find no room) are not named; expression is log2(x + 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additivity error: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::ShapSummaryPlot</name>
    <message>
        <source>What the genes do to the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beeswarm of SHAP values by gene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Beeswarm of the SHAP values of %n gene(s), coloured by expression; the most important is %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>SHAP value (impact on model output)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Output: %1 (%2); %n sample(s). Colour: expression of the gene, 5th to 95th percentile; grey: missing, or the sum of genes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Outlined: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
expression %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::StepPanel</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>example data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something this was computed from has changed since. &lt;a href=&quot;run&quot;&gt;Run again&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::StressPanel</name>
    <message>
        <source>Hydrogen peroxide is formed in every modelled cell at a fixed rate; how much can its glutathione system take before growth fails?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulate stress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Strict: GSSG reduced with NADPH only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out peroxiredoxin, which Recon3D drives with NADH, and other ways to reduce GSSG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Catalase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mmol/gDW/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity at median expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Peroxidase, reductase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of the c&amp;urve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sets the capacities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From predicted fluxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Capacities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress test by sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs an expression matrix and a metabolic model; with a trained network the predicted fluxes are fed back too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s literal test (EX_gthox_e fixed at the prediction) is not shown: EX_gthox_e is not among the predicted reactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s literal test: with EX_gthox_e fixed at the prediction %1 of %2 samples grow, the fastest at %3 1/h. Negative predictions are infeasible: nothing lets oxidised glutathione in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth (1/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest load (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load at 90 % growth (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load at 50 % growth (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… from predicted fluxes (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load at which the median tumour keeps half its growth: %1 mmol/gDW/h. The load stands for sustained oxidative stress; it is no radiation dose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 samples have a predicted flux outside what the network can carry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::StressPlot</name>
    <message>
        <source>not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth under oxidative load, from predicted fluxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth under oxidative load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survival curves under oxidative load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Survival curves of %n group(s); half of the samples keep half of their growth up to r_D = %1 mmol/gDW/h.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>oxidative load r (mmol H₂O₂/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative growth μ(r)/μ₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r_D = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines: median; bands: quartiles. r_D: median of the loads that halve growth. The load is a sustained H₂O₂ production in the model, not a radiation dose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r = %1 mmol/gDW/h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::StressScatterPlot</name>
    <message>
        <source>Tolerance: from expression and from predicted fluxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth and tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Scatter plot of %n sample(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>r₅₀ from expression (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth without load μ₀ (1/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r₅₀ from predicted fluxes (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tolerance r₅₀ (mmol/gDW/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman ρ = %1, n = %2. r₅₀: largest load with at least half of the growth without load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Dashed: equal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::TablePane</name>
    <message>
        <source>Search in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows, or all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rows shown as CSV or TSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row contains “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated (*.csv);;Tab-separated (*.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::TrainPanel</name>
    <message>
        <source>A generator learns to predict fluxes from expression; a critic tells its fluxes from the real ones. Patients it never saw show how much it learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As printed: no Lipschitz control, one batch an epoch, 100 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets every field below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of split, first weights and batches: the same seed gives the same network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;tience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs without a better validation r before training ends; 0: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projected attention (paper)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most variable genes on the training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critic&apos;s graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions of a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples of a batch (paper)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lipschitz control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None (paper)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critic steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each step of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paired term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of mean |prediction − target|; 0: only the critic teaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As is (paper)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving average; the raw curves stay behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out correlation by reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes and scales were chosen on training samples only; E-Flux&apos;s cohort maximum sees all samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs fluxes and gene sets. Training takes seconds on the example and minutes on a TCGA cohort; it can be paused, stopped early with what it has learned, or cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out r: network %1, ridge regression %2, nearest neighbours %3 (%4 test samples).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ridge regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest-neighbour average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 predicts these patients better than the network does; read its explanations with that in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All flux targets are the same for every sample, so there is nothing to learn and training refuses. Choose E-Flux in the Flux panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r in mmol/gDW/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r within cohorts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ridge r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pathgan::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PathGAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From tumour transcriptomes to metabolic flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PathGAN maps gene expression of a cohort onto a genome-scale model and computes fluxes for every tumour.&lt;br&gt;It trains a network that attends to pathways and predicts these fluxes from expression, and shows which genes and pathways its predictions rest on.&lt;br&gt;It compares the fluxes between clinical groups, such as tumours treated with and without radiation. Everything runs on this computer; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small made-up cohort and model that come with the program: every panel shows something at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression, clinical table, model, gene sets, network: choose them all at once, or drop them anywhere in the window. Each is recognised from its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open files of any kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to a step of the workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run the step on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export the figure on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where data come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression and clinical tables of TCGA cohorts: UCSC Xena (HiSeqV2, clinicalMatrix).&lt;br&gt;Metabolic model: Recon3D as SBML from BiGG.&lt;br&gt;Gene sets: the hallmark collection of MSigDB or Enrichr.&lt;br&gt;Interaction network: STRING.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Addresses and terms of use…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
