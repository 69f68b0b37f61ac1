<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Core</name>
    <message>
        <source>expression matrix</source>
        <translation>Expressionsmatrix</translation>
    </message>
    <message>
        <source>clinical table</source>
        <translation>klinische Tabelle</translation>
    </message>
    <message>
        <source>gene map</source>
        <translation>Genzuordnung</translation>
    </message>
    <message>
        <source>gene sets</source>
        <translation>Gensätze</translation>
    </message>
    <message>
        <source>interaction network</source>
        <translation>Interaktionsnetzwerk</translation>
    </message>
    <message>
        <source>metabolic model</source>
        <translation>Stoffwechselmodell</translation>
    </message>
    <message>
        <source>cohort</source>
        <translation>Kohorte</translation>
    </message>
    <message>
        <source>fluxes</source>
        <translation>Flüsse</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>enrichment</source>
        <translation>Anreicherung</translation>
    </message>
    <message>
        <source>stress test</source>
        <translation>Stresstest</translation>
    </message>
    <message>
        <source>group comparison</source>
        <translation>Gruppenvergleich</translation>
    </message>
    <message>
        <source>model analyses</source>
        <translation>Modellanalysen</translation>
    </message>
    <message>
        <source>ranked genes</source>
        <translation>geordnete Genliste</translation>
    </message>
    <message>
        <source>trained network</source>
        <translation>trainiertes Netzwerk</translation>
    </message>
    <message>
        <source>run configuration</source>
        <translation>Laufkonfiguration</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Recognising files</source>
        <translation>Dateien erkennen</translation>
    </message>
    <message>
        <source>Opening example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Selecting samples</source>
        <translation>Proben auswählen</translation>
    </message>
    <message>
        <source>Matching genes</source>
        <translation>Gene abgleichen</translation>
    </message>
    <message>
        <source>Reading expression matrix</source>
        <translation>Expressionsmatrix lesen</translation>
    </message>
    <message>
        <source>Reading clinical table</source>
        <translation>Klinische Tabelle lesen</translation>
    </message>
    <message>
        <source>Reading gene map</source>
        <translation>Genzuordnung lesen</translation>
    </message>
    <message>
        <source>Reading gene sets</source>
        <translation>Gensätze lesen</translation>
    </message>
    <message>
        <source>Reading interaction network</source>
        <translation>Interaktionsnetzwerk lesen</translation>
    </message>
    <message>
        <source>Reading metabolic model</source>
        <translation>Stoffwechselmodell lesen</translation>
    </message>
    <message>
        <source>Computing fluxes</source>
        <translation>Flüsse berechnen</translation>
    </message>
    <message>
        <source>Training network</source>
        <translation>Netzwerk trainieren</translation>
    </message>
    <message>
        <source>Explaining predictions</source>
        <translation>Vorhersagen erklären</translation>
    </message>
    <message>
        <source>Testing enrichment</source>
        <translation>Anreicherung testen</translation>
    </message>
    <message>
        <source>Simulating stress</source>
        <translation>Stress simulieren</translation>
    </message>
    <message>
        <source>Comparing groups</source>
        <translation>Gruppen vergleichen</translation>
    </message>
    <message>
        <source>Analysing model</source>
        <translation>Modell analysieren</translation>
    </message>
    <message>
        <source>Loading network</source>
        <translation>Netzwerk laden</translation>
    </message>
    <message>
        <source>Saving network</source>
        <translation>Netzwerk speichern</translation>
    </message>
    <message>
        <source>Writing tables</source>
        <translation>Tabellen schreiben</translation>
    </message>
    <message>
        <source>Writing manifest</source>
        <translation>Manifest schreiben</translation>
    </message>
    <message>
        <source>Reading inputs</source>
        <translation>Eingaben lesen</translation>
    </message>
    <message>
        <source>Reading expression</source>
        <translation>Expression lesen</translation>
    </message>
    <message>
        <source>Reading interactions</source>
        <translation>Interaktionen lesen</translation>
    </message>
    <message>
        <source>Reading model</source>
        <translation>Modell lesen</translation>
    </message>
    <message>
        <source>Reading reactions</source>
        <translation>Reaktionen lesen</translation>
    </message>
    <message>
        <source>Scoring reactions</source>
        <translation>Reaktionen bewerten</translation>
    </message>
    <message>
        <source>Solving the wild type</source>
        <translation>Wildtyp berechnen</translation>
    </message>
    <message>
        <source>Solving samples</source>
        <translation>Proben berechnen</translation>
    </message>
    <message>
        <source>Finding flux ranges</source>
        <translation>Flussbereiche bestimmen</translation>
    </message>
    <message>
        <source>Finding conflicting bounds</source>
        <translation>Widersprüchliche Schranken suchen</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Preparing the network</source>
        <translation>Netzwerk vorbereiten</translation>
    </message>
    <message>
        <source>Preparing the stress model</source>
        <translation>Stressmodell vorbereiten</translation>
    </message>
    <message>
        <source>Loading LibTorch</source>
        <translation>LibTorch laden</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Vergleichsmodelle</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Explaining samples</source>
        <translation>Proben erklären</translation>
    </message>
    <message>
        <source>Permuting genes</source>
        <translation>Gene permutieren</translation>
    </message>
    <message>
        <source>Xena TSV</source>
        <translation>Xena-TSV</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>GCT 1.2</source>
        <translation>GCT 1.2</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>blank-separated</source>
        <translation>durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>GMT</source>
        <translation>GMT</translation>
    </message>
    <message>
        <source>GMX</source>
        <translation>GMX</translation>
    </message>
    <message>
        <source>GRP</source>
        <translation>GRP</translation>
    </message>
    <message>
        <source>log2(norm count + 1)</source>
        <translation>log2(norm count + 1)</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>log ratio</source>
        <translation>Log-Verhältnis</translation>
    </message>
    <message>
        <source>header has no name for its first column</source>
        <translation>Kopfzeile ohne Namen für die erste Spalte</translation>
    </message>
    <message>
        <source>second column annotates genes and holds no values</source>
        <translation>zweite Spalte beschreibt die Gene und enthält keine Werte</translation>
    </message>
    <message>
        <source>samples in columns</source>
        <translation>Proben in Spalten</translation>
    </message>
    <message>
        <source>samples in rows</source>
        <translation>Proben in Zeilen</translation>
    </message>
    <message>
        <source>barcodes in the first column</source>
        <translation>Barcodes in der ersten Spalte</translation>
    </message>
    <message>
        <source>barcodes in the header</source>
        <translation>Barcodes in der Kopfzeile</translation>
    </message>
    <message>
        <source>gene names in the header</source>
        <translation>Gennamen in der Kopfzeile</translation>
    </message>
    <message>
        <source>gene names in the first column</source>
        <translation>Gennamen in der ersten Spalte</translation>
    </message>
    <message>
        <source>neither side has known names</source>
        <translation>weder Zeilen noch Spalten tragen bekannte Namen</translation>
    </message>
    <message>
        <source>no protein.info file beside the links</source>
        <translation>keine protein.info-Datei neben der links-Datei</translation>
    </message>
    <message>
        <source>protein ids stay</source>
        <translation>Protein-IDs bleiben stehen</translation>
    </message>
    <message>
        <source>STRING links</source>
        <translation>STRING-Links</translation>
    </message>
    <message>
        <source>two columns</source>
        <translation>zwei Spalten</translation>
    </message>
    <message>
        <source>FBC version 1</source>
        <translation>FBC Version 1</translation>
    </message>
    <message>
        <source>bound missing</source>
        <translation>Schranke fehlt</translation>
    </message>
    <message>
        <source>bounds in kinetic laws</source>
        <translation>Schranken in kinetischen Gesetzen</translation>
    </message>
    <message>
        <source>gene rules in notes</source>
        <translation>Genregeln in Notizen</translation>
    </message>
    <message>
        <source>subsystems in notes</source>
        <translation>Subsysteme in Notizen</translation>
    </message>
    <message>
        <source>boundary species has a reaction of its own</source>
        <translation>Spezies am Systemrand hat eine eigene Reaktion</translation>
    </message>
    <message>
        <source>gene rule not understood</source>
        <translation>Genregel nicht verstanden</translation>
    </message>
    <message>
        <source>no active objective</source>
        <translation>keine aktive Zielfunktion</translation>
    </message>
    <message>
        <source>optimal</source>
        <translation>optimal</translation>
    </message>
    <message>
        <source>infeasible</source>
        <translation>unzulässig</translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation>unbeschränkt</translation>
    </message>
    <message>
        <source>numerical difficulties</source>
        <translation>numerische Schwierigkeiten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>maximum attainable flux</source>
        <translation>maximal erreichbarer Fluss</translation>
    </message>
    <message>
        <source>flux</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Ridge regression predicts better than the network</source>
        <translation>Die Ridge-Regression sagt besser vorher als das Netzwerk</translation>
    </message>
    <message>
        <source>Nearest neighbours predict better than the network</source>
        <translation>Die nächsten Nachbarn sagen besser vorher als das Netzwerk</translation>
    </message>
    <message>
        <source>The training mean predicts better than the network</source>
        <translation>Der Trainingsmittelwert sagt besser vorher als das Netzwerk</translation>
    </message>
    <message>
        <source>Critic loss exceeds 1e6: no Lipschitz control</source>
        <translation>Kritikerverlust über 1e6: keine Lipschitz-Kontrolle</translation>
    </message>
    <message>
        <source>Mode collapse: predictions hardly vary between samples</source>
        <translation>Mode Collapse: Die Vorhersagen unterscheiden sich kaum zwischen den Proben</translation>
    </message>
    <message>
        <source>The critic never separated real from predicted fluxes</source>
        <translation>Der Kritiker konnte echte und vorhergesagte Flüsse nie trennen</translation>
    </message>
    <message>
        <source>mean |SHAP value|</source>
        <translation>mittlerer |SHAP-Wert|</translation>
    </message>
    <message>
        <source>standardised units</source>
        <translation>standardisierte Einheiten</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>mean |SHAP value| relative to an untrained network</source>
        <translation>mittlerer |SHAP-Wert| relativ zu einem untrainierten Netzwerk</translation>
    </message>
    <message>
        <source>mean of the outputs</source>
        <translation>Mittel der Ausgaben</translation>
    </message>
    <message>
        <source>Benjamini-Hochberg</source>
        <translation>Benjamini-Hochberg</translation>
    </message>
    <message>
        <source>Holm</source>
        <translation>Holm</translation>
    </message>
    <message>
        <source>Bonferroni</source>
        <translation>Bonferroni</translation>
    </message>
    <message>
        <source>Benjamini-Yekutieli</source>
        <translation>Benjamini-Yekutieli</translation>
    </message>
    <message>
        <source>no adjustment</source>
        <translation>ohne Adjustierung</translation>
    </message>
    <message>
        <source>the load stands for sustained oxidative stress and is no radiation dose</source>
        <translation>die Last steht für anhaltenden oxidativen Stress und ist keine Strahlendosis</translation>
    </message>
    <message>
        <source>no DNA damage or repair, no cell cycle, no oxygen effect</source>
        <translation>keine DNA-Schäden oder -Reparatur, kein Zellzyklus, kein Sauerstoffeffekt</translation>
    </message>
    <message>
        <source>steady state</source>
        <translation>Fließgleichgewicht</translation>
    </message>
    <message>
        <source>capacities follow relative expression</source>
        <translation>Kapazitäten folgen der relativen Expression</translation>
    </message>
    <message>
        <source>medium and capacity scale are chosen, not measured</source>
        <translation>Medium und Kapazitätsskala sind gewählt, nicht gemessen</translation>
    </message>
    <message>
        <source>growth does not respond before the capacity is exhausted</source>
        <translation>das Wachstum reagiert erst, wenn die Kapazität erschöpft ist</translation>
    </message>
    <message>
        <source>Solving deletions</source>
        <translation>Deletionen berechnen</translation>
    </message>
    <message>
        <source>as distributed</source>
        <translation>wie ausgeliefert</translation>
    </message>
    <message>
        <source>physiological</source>
        <translation>physiologisch</translation>
    </message>
    <message>
        <source>model R</source>
        <translation>Modell R</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>knocked out</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>untere</translation>
    </message>
    <message>
        <source>upper</source>
        <translation>obere</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Explaining the flux</source>
        <translation>Fluss erklären</translation>
    </message>
    <message>
        <source>Looking for blocked reactions</source>
        <translation>Blockierte Reaktionen suchen</translation>
    </message>
    <message>
        <source>Trying more of each gene</source>
        <translation>Mehr von jedem Gen versuchen</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>on a bound</source>
        <translation>an einer Schranke</translation>
    </message>
    <message>
        <source>not unique</source>
        <translation>nicht eindeutig</translation>
    </message>
    <message>
        <source>fewer than half of the model&apos;s genes are in the expression matrix</source>
        <translation>weniger als die Hälfte der Gene des Modells steht in der Expressionsmatrix</translation>
    </message>
    <message>
        <source>fewer than half of the sets&apos; genes are in the expression matrix</source>
        <translation>weniger als die Hälfte der Gene der Gensätze steht in der Expressionsmatrix</translation>
    </message>
    <message>
        <source>fewer than half of the reactions&apos; genes are in the interaction network</source>
        <translation>weniger als die Hälfte der Gene der Reaktionen steht im Interaktionsnetzwerk</translation>
    </message>
    <message>
        <source>fewer than half of the trained network&apos;s genes are in the expression matrix</source>
        <translation>weniger als die Hälfte der Gene des trainierten Netzwerks steht in der Expressionsmatrix</translation>
    </message>
    <message>
        <source>log ratios have no linear scale: fluxes computed from them mean little</source>
        <translation>Log-Verhältnisse haben keine lineare Skala: daraus berechnete Flüsse sagen wenig aus</translation>
    </message>
    <message>
        <source>gene names look like those of mouse or rat and are matched to human genes</source>
        <translation>die Gennamen sehen nach Maus oder Ratte aus und werden menschlichen Genen zugeordnet</translation>
    </message>
    <message>
        <source>fewer than half of the samples have a clinical row</source>
        <translation>weniger als die Hälfte der Proben hat eine klinische Zeile</translation>
    </message>
    <message>
        <source>fewer than half of the samples have fluxes</source>
        <translation>weniger als die Hälfte der Proben hat Flüsse</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>orphan metabolites</source>
        <translation>verwaiste Metaboliten</translation>
    </message>
    <message>
        <source>dead-end metabolites</source>
        <translation>Metaboliten in Sackgassen</translation>
    </message>
    <message>
        <source>blocked reactions</source>
        <translation>blockierte Reaktionen</translation>
    </message>
    <message>
        <source>mass imbalances</source>
        <translation>unausgeglichene Massenbilanz</translation>
    </message>
    <message>
        <source>charge imbalances</source>
        <translation>unausgeglichene Ladungsbilanz</translation>
    </message>
    <message>
        <source>balance not checkable</source>
        <translation>Bilanz nicht prüfbar</translation>
    </message>
    <message>
        <source>reactions that run without input</source>
        <translation>Reaktionen, die ohne Zufuhr laufen</translation>
    </message>
    <message>
        <source>energy from nothing</source>
        <translation>Energie aus dem Nichts</translation>
    </message>
    <message>
        <source>unknown genes</source>
        <translation>unbekannte Gene</translation>
    </message>
    <message>
        <source>further model in the file</source>
        <translation>weiteres Modell in der Datei</translation>
    </message>
    <message>
        <source>boundary metabolites left out</source>
        <translation>Randmetaboliten ausgelassen</translation>
    </message>
    <message>
        <source>no gene rules</source>
        <translation>keine Genregeln</translation>
    </message>
    <message>
        <source>only rxnGeneMat</source>
        <translation>nur rxnGeneMat</translation>
    </message>
    <message>
        <source>coupling constraints left out</source>
        <translation>Kopplungsbedingungen ausgelassen</translation>
    </message>
    <message>
        <source>field of another length left out</source>
        <translation>Feld anderer Länge ausgelassen</translation>
    </message>
    <message>
        <source>gene rules not understood</source>
        <translation>nicht verstandene Genregeln</translation>
    </message>
    <message>
        <source>genes in no rule</source>
        <translation>Gene in keiner Regel</translation>
    </message>
    <message>
        <source>open exchanges</source>
        <translation>offene Austauschreaktionen</translation>
    </message>
    <message>
        <source>duplicate reactions</source>
        <translation>doppelte Reaktionen</translation>
    </message>
    <message>
        <source>only produced</source>
        <translation>nur gebildet</translation>
    </message>
    <message>
        <source>only consumed</source>
        <translation>nur verbraucht</translation>
    </message>
    <message>
        <source>in one reaction</source>
        <translation>in nur einer Reaktion</translation>
    </message>
    <message>
        <source>its reactions are closed</source>
        <translation>seine Reaktionen sind geschlossen</translation>
    </message>
    <message>
        <source>closed by its bounds</source>
        <translation>durch ihre Schranken geschlossen</translation>
    </message>
    <message>
        <source>cut off by a dead end</source>
        <translation>von einer Sackgasse abgeschnitten</translation>
    </message>
    <message>
        <source>no steady state uses it</source>
        <translation>in keinem Fließgleichgewicht benutzt</translation>
    </message>
    <message>
        <source>no formula</source>
        <translation>keine Formel</translation>
    </message>
    <message>
        <source>formula not understood</source>
        <translation>Formel nicht verstanden</translation>
    </message>
    <message>
        <source>no charge</source>
        <translation>keine Ladung</translation>
    </message>
    <message>
        <source>placeholder</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <source>not in the gene table</source>
        <translation>nicht in der Gentabelle</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>Austauschreaktion</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>Bedarfsreaktion</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>Senkenreaktion</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>same stoichiometry</source>
        <translation>gleiche Stöchiometrie</translation>
    </message>
    <message>
        <source>proportional stoichiometry</source>
        <translation>proportionale Stöchiometrie</translation>
    </message>
    <message>
        <source>Checking model</source>
        <translation>Modell prüfen</translation>
    </message>
    <message>
        <source>Looking for energy from nothing</source>
        <translation>Energie aus dem Nichts suchen</translation>
    </message>
    <message>
        <source>Looking for loops</source>
        <translation>Schleifen suchen</translation>
    </message>
    <message>
        <source>model check</source>
        <translation>Modellprüfung</translation>
    </message>
    <message>
        <source>Comparing runs</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>column annotates genes and holds no values</source>
        <translation>Spalte beschreibt Gene und enthält keine Werte</translation>
    </message>
    <message>
        <source>every row ends in a separator too many</source>
        <translation>jede Zeile endet mit einem Trennzeichen zu viel</translation>
    </message>
    <message>
        <source>numbers have a decimal comma</source>
        <translation>Zahlen haben ein Dezimalkomma</translation>
    </message>
    <message>
        <source>columns behind the first annotate genes and hold no values</source>
        <translation>Spalten hinter der ersten beschreiben Gene und enthalten keine Werte</translation>
    </message>
    <message>
        <source>the middle column says how two genes interact</source>
        <translation>die mittlere Spalte sagt, wie zwei Gene wechselwirken</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>set by the user</source>
        <translation>von Hand gesetzt</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <source>formula and name</source>
        <translation>Formel und Name</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>stoichiometry</source>
        <translation>Stöchiometrie</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>Slow BLAS: install OpenBLAS</source>
        <translation>Langsames BLAS: OpenBLAS installieren</translation>
    </message>
    <message>
        <source>Gradient matching: most dual solutions are not unique and were left out</source>
        <translation>Gradientenabgleich: Die meisten dualen Lösungen sind nicht eindeutig und blieben außer Betracht</translation>
    </message>
    <message>
        <source>No dual solutions: trained without the bottleneck head</source>
        <translation>Keine Duallösungen: ohne den Engpass-Kopf trainiert</translation>
    </message>
    <message>
        <source>No dual solutions: trained without gradient matching</source>
        <translation>Keine Duallösungen: ohne Gradientenabgleich trainiert</translation>
    </message>
    <message>
        <source>bottleneck head alone</source>
        <translation>Engpass-Kopf allein</translation>
    </message>
    <message>
        <source>pathway network alone</source>
        <translation>Gensatz-Netzwerk allein</translation>
    </message>
    <message>
        <source>ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>ridge on rule scores</source>
        <translation>Ridge auf Regelwerten</translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <translation>nächste Nachbarn</translation>
    </message>
    <message>
        <source>mean of the cohort</source>
        <translation>Mittel der Kohorte</translation>
    </message>
    <message>
        <source>training mean</source>
        <translation>Trainingsmittel</translation>
    </message>
    <message>
        <source>ridge, shuffled pairs</source>
        <translation>Ridge, vertauschte Paare</translation>
    </message>
    <message>
        <source>Predictions are off by a factor: the slope of the truth on them is far from 1</source>
        <translation>Die Vorhersagen liegen um einen Faktor daneben: Die Steigung der wahren Werte über den vorhergesagten ist weit von 1 entfernt</translation>
    </message>
    <message>
        <source>Predictions differ less between samples than the fluxes do</source>
        <translation>Die Vorhersagen unterscheiden sich zwischen den Proben weniger als die Flüsse</translation>
    </message>
    <message>
        <source>Predictions differ more between samples than the fluxes do</source>
        <translation>Die Vorhersagen unterscheiden sich zwischen den Proben stärker als die Flüsse</translation>
    </message>
    <message>
        <source>Some predictions are below zero or above what the reaction can carry</source>
        <translation>Einige Vorhersagen liegen unter null oder über dem, was die Reaktion tragen kann</translation>
    </message>
    <message>
        <source>Ridge regression on rule scores predicts better than the network</source>
        <translation>Die Ridge-Regression auf Regelwerten sagt besser vorher als das Netzwerk</translation>
    </message>
    <message>
        <source>The target is computed: r tells how well the network stands in for linear programs, not how well it predicts measured metabolites.</source>
        <translation>Die Zielwerte sind berechnet: r sagt, wie gut das Netzwerk die linearen Programme ersetzt, nicht wie gut es gemessene Metaboliten vorhersagt.</translation>
    </message>
    <message>
        <source>The target is computed, and the bottleneck head is a reduced linear program that uses the model and the sample&apos;s own bounds: r tells how well the network stands in for the programs, not how well it predicts measured metabolites.</source>
        <translation>Die Zielwerte sind berechnet, und der Engpass-Kopf ist ein verkleinertes lineares Programm, das das Modell und die eigenen Schranken der Probe benutzt: r sagt, wie gut das Netzwerk die linearen Programme ersetzt, nicht wie gut es gemessene Metaboliten vorhersagt.</translation>
    </message>
    <message>
        <source>dual solutions</source>
        <translation>Duallösungen</translation>
    </message>
    <message>
        <source>reads that no gene counts are left out</source>
        <translation>keinem Gen zugeordnete Reads sind ausgelassen</translation>
    </message>
    <message>
        <source>sets without descriptions</source>
        <translation>Gensätze ohne Beschreibungen</translation>
    </message>
    <message>
        <source>Training diverged and was ended: a loss was no finite number any more. The network is that of the best epoch before; a lower learning rate or the gradient penalty may help</source>
        <translation>Das Training divergierte und wurde beendet: Ein Verlust war keine endliche Zahl mehr. Behalten ist das Netzwerk der besten Epoche davor; eine kleinere Lernrate oder die Gradientenstrafe kann helfen</translation>
    </message>
    <message>
        <source>Training diverged and was ended: a loss exceeded 1e6. The network is that of the best epoch before; a lower learning rate or the gradient penalty may help</source>
        <translation>Das Training divergierte und wurde beendet: Ein Verlust überschritt 1e6. Behalten ist das Netzwerk der besten Epoche davor; eine kleinere Lernrate oder die Gradientenstrafe kann helfen</translation>
    </message>
    <message>
        <source>Training was ended by mode collapse: predictions had varied between samples and hardly did for 10 epochs. The network is that of the best epoch before; a greater paired weight or a lower learning rate may help</source>
        <translation>Das Training endete mit einem Mode Collapse: Die Vorhersagen hatten sich zwischen den Proben unterschieden und taten es 10 Epochen lang kaum noch. Behalten ist das Netzwerk der besten Epoche davor; ein größeres Gewicht der Paare oder eine kleinere Lernrate kann helfen</translation>
    </message>
    <message>
        <source>Generating profiles</source>
        <translation>Profile erzeugen</translation>
    </message>
    <message>
        <source>Comparing with the real fluxes</source>
        <translation>Mit den echten Flüssen vergleichen</translation>
    </message>
    <message>
        <source>generated profiles</source>
        <translation>erzeugte Profile</translation>
    </message>
    <message>
        <source>the network reads no pathways, so that its shape favours no gene</source>
        <translation>das Netzwerk liest keine Gensätze, sein Aufbau bevorzugt also kein Gen</translation>
    </message>
    <message>
        <source>the bottleneck head predicts, by the linear programs themselves: there is no shape of a network to correct for</source>
        <translation>der Engpass-Kopf sagt vorher, mit den linearen Programmen selbst: Es gibt keinen Netzwerkaufbau, der auszugleichen wäre</translation>
    </message>
    <message>
        <source>unfinished training</source>
        <translation>unfertiges Training</translation>
    </message>
    <message>
        <source>Opening project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Reading an earlier run</source>
        <translation>Früheren Lauf lesen</translation>
    </message>
    <message>
        <source>Saving project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Keeping what is not saved</source>
        <translation>Ungespeichertes sichern</translation>
    </message>
    <message>
        <source>test Pearson r</source>
        <translation>Pearson r im Test</translation>
    </message>
    <message>
        <source>test Pearson r within cohort</source>
        <translation>Pearson r im Test innerhalb der Kohorten</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>beste Epoche</translation>
    </message>
    <message>
        <source>Looking for unsaved projects</source>
        <translation>Nicht gespeicherte Projekte suchen</translation>
    </message>
    <message>
        <source>Writing report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>only</source>
        <translation>nur</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
</context>
<context>
    <name>DataFacts</name>
    <message>
        <source>%1 genes × %2 samples</source>
        <translation>%1 Gene × %2 Proben</translation>
    </message>
    <message>
        <source>kept, but several clinical rows fit: %1</source>
        <translation>behalten, aber mehrere klinische Zeilen passen: %1</translation>
    </message>
    <message>
        <source>clinical rows found by the column %1: %2</source>
        <translation>klinische Zeilen nach der Spalte %1 gefunden: %2</translation>
    </message>
    <message>
        <source>no primary tumour: %1</source>
        <translation>kein Primärtumor: %1</translation>
    </message>
    <message>
        <source>second sample of a patient: %1</source>
        <translation>zweite Probe desselben Patienten: %1</translation>
    </message>
    <message>
        <source>sample twice in the matrix: %1</source>
        <translation>Probe doppelt in der Matrix: %1</translation>
    </message>
    <message>
        <source>kept, but without a clinical row: %1</source>
        <translation>behalten, aber ohne klinische Zeile: %1</translation>
    </message>
    <message>
        <source>clinical row without expression: %1</source>
        <translation>klinische Zeile ohne Expression: %1</translation>
    </message>
    <message>
        <source>Values range from %1 to %2.</source>
        <translation>Die Werte reichen von %1 bis %2.</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 Zeilen × %2 Spalten</translation>
    </message>
    <message>
        <source>%1 gene sets</source>
        <translation>%1 Gensätze</translation>
    </message>
    <message>
        <source>%1 genes, %2 interactions</source>
        <translation>%1 Gene, %2 Interaktionen</translation>
    </message>
    <message>
        <source>combined score from %1</source>
        <translation>Combined Score ab %1</translation>
    </message>
    <message>
        <source>your map</source>
        <translation>eigene Zuordnung</translation>
    </message>
    <message>
        <source>%1 genes</source>
        <translation>%1 Gene</translation>
    </message>
    <message>
        <source>The built-in gene table is used; a map file of yours (symbol, entrez_gene_id) would replace it.</source>
        <translation>Die eingebaute Gentabelle wird verwendet; eine eigene Zuordnungsdatei (symbol, entrez_gene_id) würde sie ersetzen.</translation>
    </message>
    <message>
        <source>Read as %1, with %2.</source>
        <translation>Gelesen als %1; %2.</translation>
    </message>
    <message>
        <source>samples in rows</source>
        <translation>Proben in Zeilen</translation>
    </message>
    <message>
        <source>genes in rows</source>
        <translation>Gene in Zeilen</translation>
    </message>
    <message>
        <source>Values are taken as %1.</source>
        <translation>Skala der Werte: %1.</translation>
    </message>
    <message>
        <source>Log ratios have no linear scale: fluxes computed from them mean little.</source>
        <translation>Log-Verhältnisse haben keine lineare Skala: Daraus berechnete Flüsse sagen wenig aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n ragged row(s)</source>
        <translation>
            <numerusform>%n Zeile mit abweichender Feldzahl</numerusform>
            <numerusform>%n Zeilen mit abweichender Feldzahl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) that are no number</source>
        <translation>
            <numerusform>%n nicht numerisches Feld</numerusform>
            <numerusform>%n nicht numerische Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing value(s)</source>
        <translation>
            <numerusform>%n fehlender Wert</numerusform>
            <numerusform>%n fehlende Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate name(s)</source>
        <translation>
            <numerusform>%n doppelter Name</numerusform>
            <numerusform>%n doppelte Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n weiteres Problem</numerusform>
            <numerusform>%n weitere Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>written the same: %1</source>
        <translation>gleich geschrieben: %1</translation>
    </message>
    <message>
        <source>by barcode, written otherwise: %1</source>
        <translation>über den Barcode, anders geschrieben: %1</translation>
    </message>
    <message>
        <source>by patient: %1</source>
        <translation>über den Patienten: %1</translation>
    </message>
    <message>
        <source>equal but for case, dots or dashes: %1</source>
        <translation>gleich bis auf Groß- und Kleinschreibung, Punkte oder Striche: %1</translation>
    </message>
    <message>
        <source>not found, nothing of that name: %1</source>
        <translation>nicht gefunden, nichts mit diesem Namen: %1</translation>
    </message>
    <message>
        <source>not found, only other samples of the patient: %1</source>
        <translation>nicht gefunden, nur andere Proben des Patienten: %1</translation>
    </message>
    <message>
        <source>not found, several rows fit equally: %1</source>
        <translation>nicht gefunden, mehrere Zeilen passen gleich gut: %1</translation>
    </message>
    <message>
        <source>in several rows, the first of which counts: %1</source>
        <translation>in mehreren Zeilen, von denen die erste zählt: %1</translation>
    </message>
    <message>
        <source>samples without a row, e.g. %1</source>
        <translation>Proben ohne Zeile, z. B. %1</translation>
    </message>
    <message>
        <source>rows without a sample, e.g. %1</source>
        <translation>Zeilen ohne Probe, z. B. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are missing in the file</source>
        <translation>
            <numerusform>%n Wert fehlt in der Datei</numerusform>
            <numerusform>%n Werte fehlen in der Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>unmeasured there, shown as – and never taken as zero.</source>
        <translation>dort nicht gemessen, gezeigt als – und nie als null gewertet.</translation>
    </message>
    <message>
        <source>taken as zero.</source>
        <translation>als null gewertet.</translation>
    </message>
    <message>
        <source>the median of their gene stands for them.</source>
        <translation>ersetzt durch den Median des Gens.</translation>
    </message>
    <message>
        <source>their genes are left out.</source>
        <translation>die betroffenen Gene sind ausgelassen.</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>column of the sample names</source>
        <translation>Spalte der Probennamen</translation>
    </message>
    <message>
        <source>which samples take part</source>
        <translation>welche Proben teilnehmen</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>what the model&apos;s reactions are taken for</source>
        <translation>wofür Reaktionen des Modells gehalten werden</translation>
    </message>
    <message>
        <source>show another run: %1</source>
        <translation>anderen Lauf zeigen: %1</translation>
    </message>
    <message>
        <source>remove a run: %1</source>
        <translation>Lauf entfernen: %1</translation>
    </message>
    <message>
        <source>keep a run for ever: %1</source>
        <translation>Lauf für immer behalten: %1</translation>
    </message>
    <message>
        <source>note of a run: %1</source>
        <translation>Notiz zu einem Lauf: %1</translation>
    </message>
    <message>
        <source>note of the project</source>
        <translation>Notiz zum Projekt</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>A setting cannot be used (%1): change the marked field.</source>
        <translation>Eine Einstellung ist nicht verwendbar (%1): Bitte das markierte Feld ändern.</translation>
    </message>
    <message>
        <source>The file was not found (%1): check its name and folder.</source>
        <translation>Die Datei wurde nicht gefunden (%1): Bitte Namen und Ordner prüfen.</translation>
    </message>
    <message>
        <source>The file cannot be read (%1): check that you may open it.</source>
        <translation>Die Datei kann nicht gelesen werden (%1): Bitte die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>The file is empty (%1): download or export it again.</source>
        <translation>Die Datei ist leer (%1): Bitte erneut herunterladen oder exportieren.</translation>
    </message>
    <message>
        <source>This is not a UTF-8 text file (%1): save it as UTF-8 text, then open it again.</source>
        <translation>Dies ist keine UTF-8-Textdatei (%1): Bitte als UTF-8-Text speichern und erneut öffnen.</translation>
    </message>
    <message>
        <source>The content fits none of the formats PathGAN reads (%1): open an expression matrix, clinical table, gene sets, interaction network or model.</source>
        <translation>Der Inhalt passt zu keinem Format, das PathGAN liest (%1): Bitte eine Expressionsmatrix, eine klinische Tabelle, Gensätze, ein Interaktionsnetzwerk oder ein Modell öffnen.</translation>
    </message>
    <message>
        <source>The first line lacks what this format needs (%1): correct the header of the file.</source>
        <translation>Der ersten Zeile fehlt, was dieses Format verlangt (%1): Bitte die Kopfzeile der Datei berichtigen.</translation>
    </message>
    <message>
        <source>A row has another number of fields than the header (%1): correct the file, or choose a rule for such rows in the Data panel.</source>
        <translation>Eine Zeile hat eine andere Feldzahl als die Kopfzeile (%1): Bitte die Datei berichtigen oder im Bereich „Daten“ eine Regel für solche Zeilen wählen.</translation>
    </message>
    <message>
        <source>A field that must be a number is none (%1): correct the file, or choose a rule for such fields in the Data panel.</source>
        <translation>Ein Feld, das eine Zahl sein muss, ist keine (%1): Bitte die Datei berichtigen oder im Bereich „Daten“ eine Regel für solche Felder wählen.</translation>
    </message>
    <message>
        <source>A value that is needed is missing (%1): fill it in, or choose a rule for missing values in the Data panel.</source>
        <translation>Ein notwendiger Wert fehlt (%1): Bitte ergänzen oder im Bereich „Daten“ eine Regel für fehlende Werte wählen.</translation>
    </message>
    <message>
        <source>A name that must be unique occurs twice (%1): rename one, or choose a rule for duplicates in the Data panel.</source>
        <translation>Ein Name, der eindeutig sein muss, kommt doppelt vor (%1): Bitte einen davon umbenennen oder im Bereich „Daten“ eine Regel für doppelte Namen wählen.</translation>
    </message>
    <message>
        <source>The metabolic model cannot be used (%1): correct the file there, or open another one.</source>
        <translation>Das Stoffwechselmodell ist nicht verwendbar (%1): Bitte die Datei an dieser Stelle berichtigen oder eine andere öffnen.</translation>
    </message>
    <message>
        <source>A gene rule cannot be understood (%1): correct its “and”, “or” and parentheses in the model.</source>
        <translation>Eine Genregel ist nicht verständlich (%1): Bitte „and“, „or“ und die Klammern im Modell berichtigen.</translation>
    </message>
    <message>
        <source>There is nothing of that name (%1): check its spelling against the tables.</source>
        <translation>Diesen Namen gibt es nicht (%1): Bitte die Schreibweise anhand der Tabellen prüfen.</translation>
    </message>
    <message>
        <source>No flux satisfies all bounds (%1): widen the bounds or choose another medium.</source>
        <translation>Kein Fluss erfüllt alle Schranken (%1): Bitte die Schranken erweitern oder ein anderes Medium wählen.</translation>
    </message>
    <message>
        <source>The objective grows without limit (%1): give the reactions finite bounds.</source>
        <translation>Die Zielfunktion wächst unbegrenzt (%1): Bitte den Reaktionen endliche Schranken geben.</translation>
    </message>
    <message>
        <source>The linear solver gave up (%1): try again with other bounds, or report this model to us.</source>
        <translation>Der LP-Löser hat keine Lösung gefunden (%1): Bitte mit anderen Schranken erneut versuchen oder uns dieses Modell melden.</translation>
    </message>
    <message>
        <source>All flux targets are the same for every sample, so training would learn nothing: choose the E-Flux rule in the Flux panel.</source>
        <translation>Alle Zielflüsse sind bei jeder Probe gleich, das Training würde also nichts lernen: Bitte im Bereich „Fluss“ die Regel E-Flux wählen.</translation>
    </message>
    <message>
        <source>Two inputs share no gene, sample or reaction, or hardly any (%1): check the identifiers in the Data panel, or open a gene map.</source>
        <translation>Zwei Eingaben haben keine oder kaum gemeinsame Gene, Proben oder Reaktionen (%1): Bitte die Bezeichner im Bereich „Daten“ prüfen oder eine Genzuordnung öffnen.</translation>
    </message>
    <message>
        <source>There are not enough samples for this (%1): choose another sample filter, or open a larger cohort.</source>
        <translation>Dafür gibt es zu wenige Proben (%1): Bitte einen anderen Probenfilter wählen oder eine größere Kohorte öffnen.</translation>
    </message>
    <message>
        <source>Training diverged (%1): lower the learning rate or use the gradient penalty, then train again.</source>
        <translation>Das Training ist divergiert (%1): Bitte die Lernrate senken oder die Gradientenstrafe verwenden und erneut trainieren.</translation>
    </message>
    <message>
        <source>Something this step needs is not there yet (%1): open or compute it first.</source>
        <translation>Diesem Schritt fehlt noch etwas (%1): Bitte zuerst öffnen oder berechnen.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed: run the step again whenever you like.</source>
        <translation>Abgebrochen; nichts wurde geändert: Der Schritt kann jederzeit erneut ausgeführt werden.</translation>
    </message>
    <message>
        <source>The file could not be written (%1): check the folder, its permissions and the free space.</source>
        <translation>Die Datei konnte nicht geschrieben werden (%1): Bitte Ordner, Zugriffsrechte und freien Speicherplatz prüfen.</translation>
    </message>
    <message>
        <source>There was not enough memory: close other programs, or use fewer genes or samples.</source>
        <translation>Der Arbeitsspeicher reichte nicht aus: Bitte andere Programme schließen oder weniger Gene oder Proben verwenden.</translation>
    </message>
    <message>
        <source>A part of PathGAN could not be loaded (%1): install the program again.</source>
        <translation>Ein Teil von PathGAN konnte nicht geladen werden (%1): Bitte das Programm neu installieren.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong (%1): copy the details and send them to us; your data are unchanged.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen (%1): Bitte die Einzelheiten kopieren und uns senden; Ihre Daten sind unverändert.</translation>
    </message>
    <message>
        <source>The project is damaged (%1): take a copy of it, then save what can be read.</source>
        <translation>Das Projekt ist beschädigt (%1): Bitte eine Kopie davon anlegen und speichern, was sich lesen lässt.</translation>
    </message>
    <message>
        <source>The project is open elsewhere (%1): close it there, or read it only.</source>
        <translation>Das Projekt ist anderswo geöffnet (%1): Bitte dort schließen oder nur zum Lesen öffnen.</translation>
    </message>
    <message>
        <source>The project may not be written (%1): save it under another name or in another folder.</source>
        <translation>Das Projekt darf nicht geschrieben werden (%1): Bitte unter anderem Namen oder in einem anderen Ordner speichern.</translation>
    </message>
    <message>
        <source>The file was written by a later version of PathGAN (%1): install that version.</source>
        <translation>Die Datei stammt von einer neueren Version von PathGAN (%1): Bitte diese Version installieren.</translation>
    </message>
    <message>
        <source>The file is damaged or ends too early (%1): download or copy it here again.</source>
        <translation>Die Datei ist beschädigt oder endet zu früh (%1): Bitte erneut herunterladen oder hierher kopieren.</translation>
    </message>
    <message>
        <source>The file is no longer what it was when it was read (%1): open it again; what is in the window can be saved under another name.</source>
        <translation>Die Datei ist nicht mehr, was sie beim Lesen war (%1): Bitte erneut öffnen; was im Fenster ist, lässt sich unter anderem Namen speichern.</translation>
    </message>
</context>
<context>
    <name>FigurePreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>FluxExplanation</name>
    <message>
        <source>all of</source>
        <translation>alle von</translation>
    </message>
    <message>
        <source>any of</source>
        <translation>eins von</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>No gene rule: expression does not bound this reaction.</source>
        <translation>Keine Genregel: Die Expression begrenzt diese Reaktion nicht.</translation>
    </message>
    <message>
        <source>Expression scores; what decides is bold:</source>
        <translation>Expressionswerte; was entscheidet, ist fett:</translation>
    </message>
    <message>
        <source>Expression scores of the parts that decide:</source>
        <translation>Expressionswerte der Teile, die entscheiden:</translation>
    </message>
    <message>
        <source>Score %1 of at most %2 in the cohort.</source>
        <translation>Wert %1 von höchstens %2 in der Kohorte.</translation>
    </message>
    <message>
        <source>Bounds: %1 to %2</source>
        <translation>Schranken: %1 bis %2</translation>
    </message>
    <message>
        <source>%1, set by expression (without it: %2 to %3).</source>
        <translation>%1, durch die Expression gesetzt (ohne sie: %2 bis %3).</translation>
    </message>
    <message>
        <source>%1, the model&apos;s own.</source>
        <translation>%1, die des Modells.</translation>
    </message>
    <message>
        <source>None of them holds the flux back.</source>
        <translation>Keine davon begrenzt den Fluss.</translation>
    </message>
    <message>
        <source>&lt;b&gt;It is at its bound&lt;/b&gt;: one more of it changes the flux by %1 (dual).</source>
        <translation>&lt;b&gt;Er liegt an seiner Schranke&lt;/b&gt;: Eine Einheit mehr ändert den Fluss um %1 (Dualwert).</translation>
    </message>
    <message>
        <source>&lt;b&gt;It is at its bound&lt;/b&gt;: one more of it changes the growth by %1 1/h (dual).</source>
        <translation>&lt;b&gt;Er liegt an seiner Schranke&lt;/b&gt;: Eine Einheit mehr ändert das Wachstum um %1 1/h (Dualwert).</translation>
    </message>
    <message>
        <source>+10 % %1: %2 (%3)</source>
        <translation>+10&#xa0;% %1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1 at most %2, dual %3</source>
        <translation>%1 höchstens %2, Dualwert %3</translation>
    </message>
    <message>
        <source>%1 at least %2, dual %3</source>
        <translation>%1 mindestens %2, Dualwert %3</translation>
    </message>
    <message>
        <source>Why this flux</source>
        <translation>Warum dieser Fluss</translation>
    </message>
    <message>
        <source>The sample has no solution: %1.</source>
        <translation>Die Probe hat keine Lösung: %1.</translation>
    </message>
    <message>
        <source>Bounds elsewhere that hold it back, the strongest first:</source>
        <translation>Schranken anderswo, die ihn begrenzen, die stärkste zuerst:</translation>
    </message>
    <message>
        <source>elasticity %1</source>
        <translation>Elastizität %1</translation>
    </message>
    <message>
        <source>One percent more of it changes the flux by %1 % (elasticity).</source>
        <translation>Ein Prozent mehr davon ändert den Fluss um %1 % (Elastizität).</translation>
    </message>
    <message>
        <source>gradient of log10 flux by log2(x+1): %1</source>
        <translation>Gradient des log10-Flusses nach log2(x+1): %1</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>go to a step of the workflow</source>
        <translation>zu einem Schritt des Arbeitsablaufs gehen</translation>
    </message>
    <message>
        <source>In a figure</source>
        <translation>In einer Abbildung</translation>
    </message>
    <message>
        <source>drag to move, wheel or + and − to zoom, arrow keys to move, double click to reset</source>
        <translation>Ziehen oder Pfeiltasten zum Verschieben, Mausrad oder + und − zum Zoomen, Doppelklick zum Zurücksetzen</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>In einer Tabelle</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>PathGAN downloads nothing by itself. These are the files the analysis was made for.</source>
        <translation>PathGAN lädt von sich aus nichts herunter. Für diese Dateien wurde die Analyse entwickelt.</translation>
    </message>
    <message>
        <source>Expression and clinical tables</source>
        <translation>Expressions- und klinische Tabellen</translation>
    </message>
    <message>
        <source>UCSC Xena, TCGA hub: per cohort “HiSeqV2” (gene expression RNAseq, IlluminaHiSeq) and “clinicalMatrix” (phenotype).</source>
        <translation>UCSC Xena, TCGA-Hub: je Kohorte „HiSeqV2“ (gene expression RNAseq, IlluminaHiSeq) und „clinicalMatrix“ (phenotype).</translation>
    </message>
    <message>
        <source>Open-access TCGA data; follow the NCI Genomic Data Commons&apos; policies and cite TCGA and Xena (Goldman et al. 2020).</source>
        <translation>Frei zugängliche TCGA-Daten; Richtlinien des NCI Genomic Data Commons beachten, TCGA und Xena zitieren (Goldman et al. 2020).</translation>
    </message>
    <message>
        <source>Metabolic model</source>
        <translation>Stoffwechselmodell</translation>
    </message>
    <message>
        <source>Recon3D of BiGG as SBML (Recon3D.xml or Recon3D.xml.gz).</source>
        <translation>Recon3D von BiGG als SBML (Recon3D.xml oder Recon3D.xml.gz).</translation>
    </message>
    <message>
        <source>Under the BiGG terms of UC San Diego: free for education, research and non-profit use; commercial use needs a licence. Cite Brunk et al. 2018.</source>
        <translation>Nach den BiGG-Bedingungen der UC San Diego: frei für Lehre, Forschung und gemeinnützige Zwecke; gewerbliche Nutzung braucht eine Lizenz. Brunk et al. 2018 zitieren.</translation>
    </message>
    <message>
        <source>Gene sets</source>
        <translation>Gensätze</translation>
    </message>
    <message>
        <source>MSigDB hallmark collection as gene symbols (h.all.….symbols.gmt).</source>
        <translation>Hallmark-Sammlung von MSigDB mit Gensymbolen (h.all.….symbols.gmt).</translation>
    </message>
    <message>
        <source>CC BY 4.0; cite Liberzon et al. 2015.</source>
        <translation>CC BY 4.0; Liberzon et al. 2015 zitieren.</translation>
    </message>
    <message>
        <source>Enrichr library MSigDB_Hallmark_2020.</source>
        <translation>Enrichr-Bibliothek MSigDB_Hallmark_2020.</translation>
    </message>
    <message>
        <source>Free for academic use; commercial users contact Mount Sinai. Cite Kuleshov et al. 2016.</source>
        <translation>Frei für die akademische Nutzung; für gewerbliche Nutzung an Mount Sinai wenden. Kuleshov et al. 2016 zitieren.</translation>
    </message>
    <message>
        <source>Interaction network</source>
        <translation>Interaktionsnetzwerk</translation>
    </message>
    <message>
        <source>STRING, human: 9606.protein.links and 9606.protein.info, kept in one folder.</source>
        <translation>STRING, Mensch: 9606.protein.links und 9606.protein.info, beide im selben Ordner.</translation>
    </message>
    <message>
        <source>CC BY 4.0; cite Szklarczyk et al. 2023.</source>
        <translation>CC BY 4.0; Szklarczyk et al. 2023 zitieren.</translation>
    </message>
    <message>
        <source>Where to get the data</source>
        <translation>Datenquellen</translation>
    </message>
    <message>
        <source>From tumour transcriptomes to metabolic flux. For research only, not for diagnosis or treatment.</source>
        <translation>Vom Tumortranskriptom zum metabolischen Fluss. Nur für die Forschung, nicht für Diagnose oder Therapie.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Licences of the libraries: LibTorch BSD-3-Clause, GLPK GPL-3.0-or-later, libSBML LGPL-2.1-or-later, matio BSD-2-Clause, yaml-cpp MIT, QCustomPlot GPL-3.0-or-later, Eigen MPL-2.0, nlohmann/json MIT, OpenBLAS BSD-3-Clause. Gene table: Bioconductor org.Hs.eg.db, Artistic-2.0, from NCBI Gene.</source>
        <translation>Lizenzen der Bibliotheken: LibTorch BSD-3-Clause, GLPK GPL-3.0-or-later, libSBML LGPL-2.1-or-later, matio BSD-2-Clause, yaml-cpp MIT, QCustomPlot GPL-3.0-or-later, Eigen MPL-2.0, nlohmann/json MIT, OpenBLAS BSD-3-Clause. Gentabelle: Bioconductor org.Hs.eg.db, Artistic-2.0, aus NCBI Gene.</translation>
    </message>
    <message>
        <source>About PathGAN</source>
        <translation>Über PathGAN</translation>
    </message>
    <message>
        <source>type in the search field, click a header to sort, %1 to copy rows</source>
        <translation>ins Suchfeld tippen, zum Sortieren auf eine Kopfzeile klicken, Zeilen mit %1 kopieren</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>unknown time</source>
        <translation>unbekannte Zeit</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Differences of two runs</source>
        <translation>Unterschiede zweier Läufe</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>Läufe: %1</translation>
    </message>
    <message>
        <source>This step has not been run in this project.</source>
        <translation>Dieser Schritt wurde in diesem Projekt noch nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The two runs have the same settings and scores.</source>
        <translation>Beide Läufe haben die gleichen Einstellungen und Kennzahlen.</translation>
    </message>
    <message>
        <source>&amp;Show this run</source>
        <translation>Diesen Lauf &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep for ever</source>
        <translation>Für immer &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Notiz:</translation>
    </message>
    <message>
        <source>&amp;Compare with:</source>
        <translation>&amp;Vergleichen mit:</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Kept for ever</source>
        <translation>Für immer behalten</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Dauer (s)</translation>
    </message>
    <message>
        <source>Settings that differ from those shown</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>%1 on disk for the runs of this step</source>
        <translation>%1 Speicherplatz für die Läufe dieses Schritts</translation>
    </message>
    <message>
        <source>what is shown</source>
        <translation>dem gezeigten</translation>
    </message>
    <message>
        <source>Do not &amp;keep for ever</source>
        <translation>Nicht für immer &amp;behalten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Choose a run above.</source>
        <translation>Oben einen Lauf wählen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>&amp;Overlay curves</source>
        <translation>Kurven &amp;übereinanderlegen</translation>
    </message>
    <message>
        <source>Draws the training curves of the chosen runs in one figure: choose several with Ctrl and a click, or Shift and the arrow keys.</source>
        <translation>Zeichnet die Trainingskurven der gewählten Läufe in eine Abbildung: mehrere mit Strg und Klick wählen, oder mit Umschalt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>&amp;Above:</source>
        <translation>&amp;Oben:</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>%1 (quartiles %2 to %3) %4</source>
        <translation>%1 (Quartile %2 bis %3) %4</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>Gene rule</source>
        <translation>Genregel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>In the cohort</source>
        <translation>In der Kohorte</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Held-out r</source>
        <translation>r auf Testproben</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <source>No clinical row for this sample.</source>
        <translation>Zu dieser Probe gibt es keine klinische Zeile.</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>Entrez id</source>
        <translation>Entrez-ID</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>This sample</source>
        <translation>Diese Probe</translation>
    </message>
    <message>
        <source>Mean |SHAP|</source>
        <translation>Mittlerer |SHAP|</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>none in this model</source>
        <translation>keine in diesem Modell</translation>
    </message>
    <message>
        <source>Gene sets</source>
        <translation>Gensätze</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>Gleichung</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Schranken</translation>
    </message>
    <message>
        <source>%1 to %2 mmol/gDW/h</source>
        <translation>%1 bis %2 mmol/gDW/h</translation>
    </message>
    <message>
        <source>A negative flux runs from right to left; a negative exchange flux is uptake.</source>
        <translation>Ein negativer Fluss läuft von rechts nach links; ein negativer Austauschfluss ist eine Aufnahme.</translation>
    </message>
    <message>
        <source>Gene set</source>
        <translation>Gensatz</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Over-representation</source>
        <translation>Überrepräsentation</translation>
    </message>
    <message>
        <source>%1 of %2 genes, adjusted p %3, combined score %4</source>
        <translation>%1 von %2 Genen, adjustiertes p %3, Combined Score %4</translation>
    </message>
    <message>
        <source>Preranked GSEA</source>
        <translation>Preranked GSEA</translation>
    </message>
    <message>
        <source>NES %1, FDR %2</source>
        <translation>NES %1, FDR %2</translation>
    </message>
    <message>
        <source>Columns not reported: %1.</source>
        <translation>Spalten ohne Angabe: %1.</translation>
    </message>
    <message>
        <source>Metabolite</source>
        <translation>Metabolit</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Kompartiment</translation>
    </message>
    <message>
        <source>Computed %1 in %2 s</source>
        <translation>Berechnet %1 in %2 s</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Gelesen %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message>
        <source>Lost, because not exported or saved: %1.</source>
        <translation>Verloren, weil weder exportiert noch gespeichert: %1.</translation>
    </message>
    <message>
        <source>Out of date from then on, and not exported: %1. They stay on screen until their steps are run again with the new input.</source>
        <translation>Danach veraltet und nicht exportiert: %1. Gezeigt werden sie, bis ihre Schritte mit der neuen Eingabe erneut laufen.</translation>
    </message>
    <message>
        <source>Running now, and lost although not finished: %1.</source>
        <translation>Läuft gerade und geht unvollendet verloren: %1.</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alles exportieren …</translation>
    </message>
    <message>
        <source>Replace: %1</source>
        <translation>Ersetzen: %1</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Projekt speichern</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>From tumour transcriptomes to metabolic flux.</source>
        <translation>Vom Tumortranskriptom zum metabolischen Fluss.</translation>
    </message>
    <message>
        <source>Open the embedded example.</source>
        <translation>Das eingebaute Beispiel öffnen.</translation>
    </message>
    <message>
        <source>Expression, clinical table, gene sets, network, model or trained network, recognised from their content.</source>
        <translation>Expression, klinische Tabelle, Gensätze, Netzwerk, Modell oder trainiertes Netzwerk, am Inhalt erkannt.</translation>
    </message>
    <message>
        <source>[FILE…]</source>
        <translation>[DATEI …]</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;example</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Load network…</source>
        <translation>Netzwerk &amp;laden …</translation>
    </message>
    <message>
        <source>Export &amp;figure…</source>
        <translation>&amp;Abbildung exportieren …</translation>
    </message>
    <message>
        <source>Export &amp;all…</source>
        <translation>Alles e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy figure or table</source>
        <translation>Abbildung oder Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>Run this &amp;step</source>
        <translation>Diesen &amp;Schritt ausführen</translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation>&amp;Alle Schritte ausführen</translation>
    </message>
    <message>
        <source>&amp;Cancel all jobs</source>
        <translation>Alle &amp;Vorgänge abbrechen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Where to get the &amp;data</source>
        <translation>&amp;Datenquellen</translation>
    </message>
    <message>
        <source>&amp;About PathGAN</source>
        <translation>Ü&amp;ber PathGAN</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Pack inputs for sharing</source>
        <translation>Ein&amp;gaben zum Weitergeben einpacken</translation>
    </message>
    <message>
        <source>Rever&amp;t</source>
        <translation>Zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Save networ&amp;k…</source>
        <translation>Ne&amp;tzwerk speichern …</translation>
    </message>
    <message>
        <source>R&amp;uns of this step…</source>
        <translation>Lä&amp;ufe dieses Schritts …</translation>
    </message>
    <message>
        <source>&amp;Find in table or list</source>
        <translation>In Tabelle oder Liste &amp;suchen</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>Befehls&amp;palette …</translation>
    </message>
    <message>
        <source>&amp;Write report…</source>
        <translation>Beri&amp;cht schreiben …</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes when PathGAN is started again.</source>
        <translation>Die Sprache ändert sich beim nächsten Start von PathGAN.</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Decimal comma in figures</source>
        <translation>&amp;Dezimalkomma in Abbildungen</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>Notizen …</translation>
    </message>
    <message>
        <source>Co&amp;mpose a figure…</source>
        <translation>Abbildung zusa&amp;mmenstellen…</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Expression of %1 genes was read from %2; %3 samples were used.</source>
        <translation>Die Expression von %1 Genen wurde aus %2 gelesen; %3 Proben wurden verwendet.</translation>
    </message>
    <message>
        <source>Clinical data came from %1.</source>
        <translation>Klinische Daten stammen aus %1.</translation>
    </message>
    <message>
        <source>Expression was mapped onto the genome-scale model in %1 (%2 reactions, %3 genes).</source>
        <translation>Die Expression wurde auf das genomskalige Modell in %1 abgebildet (%2 Reaktionen, %3 Gene).</translation>
    </message>
    <message>
        <source>%1 of %2 genes of its rules were measured.</source>
        <translation>%1 von %2 Genen seiner Regeln wurden gemessen.</translation>
    </message>
    <message>
        <source>Bounds of reactions were set by expression (rule %1), and for each sample the %2 of %3 reactions was computed by linear programming (medium %4).</source>
        <translation>Die Schranken der Reaktionen wurden durch die Expression gesetzt (Regel %1), und für jede Probe wurde durch lineare Programmierung für %3 Reaktionen berechnet: %2 (Medium %4).</translation>
    </message>
    <message>
        <source>A pathway-attentive generative adversarial network was trained to predict these fluxes from expression (preset %1, seed %2, %3 epochs, the best %4) on %5 samples, with %6 for validation. On %7 samples of patients it never saw, Pearson r was %8 (ridge regression %9).</source>
        <translation>Ein Generative Adversarial Network (GAN) mit Aufmerksamkeit für Stoffwechselwege (Gensätze) wurde darauf trainiert, diese Flüsse aus der Expression vorherzusagen (Vorgabe %1, Startwert %2, %3 Epochen, die beste %4), mit %5 Proben und %6 zur Validierung. Bei %7 Proben von Patienten, die es nie sah, war Pearson r %8 (Ridge-Regression %9).</translation>
    </message>
    <message>
        <source>Predictions of %1 samples were explained by SHAP values of %2 genes (expected gradients).</source>
        <translation>Die Vorhersagen von %1 Proben wurden durch SHAP-Werte von %2 Genen erklärt (Expected Gradients).</translation>
    </message>
    <message>
        <source>Genes ranked by %1 were tested for over-representation and by preranked gene set enrichment analysis%2.</source>
        <translation>Nach %1 geordnete Gene wurden auf Überrepräsentation und durch eine Gensatz-Anreicherungsanalyse der Rangliste (Preranked GSEA)%2 geprüft.</translation>
    </message>
    <message>
        <source>Growth under a sustained oxidative load (hydrogen peroxide formed in the cytosol, as by radiation) was computed for %1 samples.</source>
        <translation>Das Wachstum unter anhaltender oxidativer Last (im Zytosol gebildetes Wasserstoffperoxid wie durch Bestrahlung) wurde für %1 Proben berechnet.</translation>
    </message>
    <message>
        <source>Fluxes were compared between the values of %1 (test %2; p adjusted by %3 over pairs of groups, and over reactions).</source>
        <translation>Die Flüsse wurden zwischen den Werten von %1 verglichen (Test %2; p nach %3 über Gruppenpaare und über Reaktionen adjustiert).</translation>
    </message>
    <message>
        <source>Its predictions combine the network (alone: %1) with a bottleneck head, a soft minimum over the dual solutions of the training samples at the new sample&apos;s own bounds: r tells how well it stands in for the linear programs, not how well it predicts measured metabolites.</source>
        <translation>Seine Vorhersagen verbinden das Netzwerk (allein: %1) mit einem Engpass-Kopf, einem weichen Minimum über die Duallösungen der Trainingsproben bei den eigenen Schranken der neuen Probe: r sagt, wie gut es die linearen Programme ersetzt, nicht wie gut es gemessene Metaboliten vorhersagt.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>p not defined</source>
        <translation>p nicht definiert</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>No cell grows like that: bacteria reach 4 1/h, human cells less than 0.1 1/h. More enters than a cell takes up (a medium names nutrients, not how much there is of them): read growth as a share only.</source>
        <translation>So schnell wächst keine Zelle: Bakterien erreichen 4 1/h, menschliche Zellen weniger als 0,1 1/h. Es wird mehr aufgenommen, als eine Zelle aufnehmen kann (ein Medium nennt Nährstoffe, nicht ihre Menge): Wachstum nur als Anteil lesen.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Gensatz</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>Metabolite</source>
        <translation>Metabolit</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>Partial</name>
    <message>
        <source>Partial: the run was stopped with %1 of %2 samples finished.</source>
        <translation>Unvollständig: Der Lauf wurde nach %1 von %2 Proben angehalten.</translation>
    </message>
    <message>
        <source>Rests on a partial run: %3 of %1 of %2 samples.</source>
        <translation>Beruht auf einem unvollständigen Lauf: %3 von %1 von %2 Proben.</translation>
    </message>
    <message>
        <source>partial: %1 of %2 samples</source>
        <translation>unvollständig: %1 von %2 Proben</translation>
    </message>
    <message>
        <source>example data</source>
        <translation>Beispieldaten</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>The first %1 of %2 rows.</source>
        <translation>Die ersten %1 von %2 Zeilen.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 samples were left out or lack something, e.g. %2</source>
        <translation>%1 Proben wurden ausgelassen oder ihnen fehlt etwas, z. B. %2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Key %1.</source>
        <translation>Schlüssel %1.</translation>
    </message>
    <message>
        <source>Out of date: settings or inputs were changed since.</source>
        <translation>Veraltet: Einstellungen oder Eingaben wurden seitdem geändert.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>PathGAN report, %1</source>
        <translation>PathGAN-Bericht, %1</translation>
    </message>
    <message>
        <source>Made-up example data.</source>
        <translation>Erfundene Beispieldaten.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Literatur</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>%1 of %2 samples</source>
        <translation>%1 von %2 Proben</translation>
    </message>
    <message>
        <source>%1, selected by name</source>
        <translation>%1, einzeln ausgewählt</translation>
    </message>
    <message>
        <source>%1, the first of the cohort, which may be one tissue only</source>
        <translation>%1, die ersten der Kohorte, womöglich aus nur einem Gewebe</translation>
    </message>
    <message>
        <source>%1, drawn with seed %2</source>
        <translation>%1, ausgelost mit Startwert %2</translation>
    </message>
    <message>
        <source>%1, drawn with seed %2, each value of %3 with its share</source>
        <translation>%1, ausgelost mit Startwert %2, jeder Wert von %3 mit seinem Anteil</translation>
    </message>
</context>
<context>
    <name>ScenarioDialog</name>
    <message>
        <source>objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>uptake limit</source>
        <translation>Aufnahmegrenze</translation>
    </message>
    <message>
        <source>bounds</source>
        <translation>Schranken</translation>
    </message>
    <message>
        <source>gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>Differences of two scenarios</source>
        <translation>Unterschiede zweier Szenarien</translation>
    </message>
    <message>
        <source>Compare scenarios</source>
        <translation>Szenarien vergleichen</translation>
    </message>
    <message>
        <source>First scenario</source>
        <translation>Erstes Szenario</translation>
    </message>
    <message>
        <source>Second scenario</source>
        <translation>Zweites Szenario</translation>
    </message>
    <message>
        <source>The two scenarios are the same.</source>
        <translation>Die beiden Szenarien sind gleich.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>To compare fluxes, run an analysis under each and choose the tab “Compare”.</source>
        <translation>Um Flüsse zu vergleichen, rechnen Sie unter beiden eine Analyse und wählen Sie den Reiter „Vergleich“.</translation>
    </message>
    <message>
        <source>Model as distributed</source>
        <translation>Modell wie ausgeliefert</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>Staleness</name>
    <message>
        <source>%1 is now %2, this result has %3</source>
        <translation>%1 ist jetzt %2, dieses Ergebnis hat %3</translation>
    </message>
    <message>
        <source>Settings differ from this result: %1</source>
        <translation>Einstellungen weichen von diesem Ergebnis ab: %1</translation>
    </message>
    <message>
        <source>; and %1 more</source>
        <translation>; und %1 weitere</translation>
    </message>
    <message>
        <source>Replaced since: %1.</source>
        <translation>Seither ersetzt: %1.</translation>
    </message>
    <message>
        <source>Out of date itself: %1.</source>
        <translation>Selbst veraltet: %1.</translation>
    </message>
    <message>
        <source>An earlier version of the program computed it.</source>
        <translation>Eine frühere Version des Programms hat es berechnet.</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Angegeben</translation>
    </message>
    <message>
        <source>Rows with a value; missing tokens such as [Not Available] are not counted</source>
        <translation>Zeilen mit einem Wert; Platzhalter für fehlende Werte wie [Not Available] zählen nicht mit</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>Values (rows)</source>
        <translation>Werte (Zeilen)</translation>
    </message>
    <message>
        <source>ragged row</source>
        <translation>Zeile mit abweichender Feldzahl</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>missing value</source>
        <translation>fehlender Wert</translation>
    </message>
    <message>
        <source>duplicate name</source>
        <translation>doppelter Name</translation>
    </message>
    <message>
        <source>empty name</source>
        <translation>leerer Name</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>kein UTF-8</translation>
    </message>
    <message>
        <source>bad header</source>
        <translation>fehlerhafte Kopfzeile</translation>
    </message>
    <message>
        <source>long header</source>
        <translation>lange Kopfzeile</translation>
    </message>
    <message>
        <source>Look for a lost or extra separator, or choose a rule for ragged rows.</source>
        <translation>Nach einem fehlenden oder überzähligen Trennzeichen suchen oder eine Regel für Zeilen mit abweichender Feldzahl wählen.</translation>
    </message>
    <message>
        <source>Correct it (decimal point, no thousands separators), or take such fields as missing.</source>
        <translation>Berichtigen (Dezimalpunkt, keine Tausendertrennzeichen) oder solche Felder als fehlend behandeln.</translation>
    </message>
    <message>
        <source>Kept as unmeasured, never as zero, unless you choose another rule.</source>
        <translation>Gilt als nicht gemessen, niemals als null, solange keine andere Regel gewählt ist.</translation>
    </message>
    <message>
        <source>The first row is used, as Xena does, unless you choose another rule.</source>
        <translation>Wie bei Xena zählt die erste Zeile, solange keine andere Regel gewählt ist.</translation>
    </message>
    <message>
        <source>Give the row or column a name; it is left out.</source>
        <translation>Der Zeile oder Spalte einen Namen geben; sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Compare the first line with the format&apos;s description.</source>
        <translation>Die erste Zeile mit der Formatbeschreibung vergleichen.</translation>
    </message>
    <message>
        <source>Xena allows 255 characters; check that the separator was recognised.</source>
        <translation>Xena erlaubt 255 Zeichen; prüfen, ob das Trennzeichen erkannt wurde.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Counts fields; empty: the whole line</source>
        <translation>Zählt Felder; leer: die ganze Zeile</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>growth (1/h)</source>
        <translation>Wachstum (1/h)</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>Gleichung</translation>
    </message>
    <message>
        <source>Gene rule</source>
        <translation>Genregel</translation>
    </message>
    <message>
        <source>Lower bound (%1)</source>
        <translation>Untere Schranke (%1)</translation>
    </message>
    <message>
        <source>Upper bound (%1)</source>
        <translation>Obere Schranke (%1)</translation>
    </message>
    <message>
        <source>Metabolite</source>
        <translation>Metabolit</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Kompartiment</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>Gene in the model</source>
        <translation>Gen im Modell</translation>
    </message>
    <message>
        <source>Entrez id</source>
        <translation>Entrez-ID</translation>
    </message>
    <message>
        <source>Empty: the model gives none, the gene counts as unknown</source>
        <translation>Leer: Das Modell nennt keine, das Gen gilt als unbekannt</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Official symbol by the built-in gene table</source>
        <translation>Offizielles Symbol laut eingebauter Gentabelle</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Deletion</translation>
    </message>
    <message>
        <source>A gene goes with all its transcript variants; pairs are joined with +</source>
        <translation>Ein Gen entfällt mit allen Transkriptvarianten; Paare sind mit + verbunden</translation>
    </message>
    <message>
        <source>Flux (%1)</source>
        <translation>Fluss (%1)</translation>
    </message>
    <message>
        <source>Negative: runs backwards; an exchange takes up</source>
        <translation>Negativ: läuft rückwärts; ein Austausch nimmt auf</translation>
    </message>
    <message>
        <source>Reduced cost</source>
        <translation>Reduzierte Kosten</translation>
    </message>
    <message>
        <source>Change of the objective for one unit more of this flux, where a bound holds it</source>
        <translation>Änderung der Zielfunktion je Einheit mehr von diesem Fluss, wo eine Schranke ihn hält</translation>
    </message>
    <message>
        <source>At bound</source>
        <translation>An Schranke</translation>
    </message>
    <message>
        <source>The bound that the flux has reached; fixed: both are the same</source>
        <translation>Die Schranke, die der Fluss erreicht hat; fest: beide sind gleich</translation>
    </message>
    <message>
        <source>Shadow price</source>
        <translation>Schattenpreis</translation>
    </message>
    <message>
        <source>Change of the objective for one unit more net production of this metabolite: negative for what limits it</source>
        <translation>Änderung der Zielfunktion je Einheit mehr Nettobildung dieses Metaboliten: negativ bei dem, was sie begrenzt</translation>
    </message>
    <message>
        <source>Minimum (%1)</source>
        <translation>Minimum (%1)</translation>
    </message>
    <message>
        <source>Maximum (%1)</source>
        <translation>Maximum (%1)</translation>
    </message>
    <message>
        <source>Span (%1)</source>
        <translation>Spanne (%1)</translation>
    </message>
    <message>
        <source>How far the flux can move while the objective is kept</source>
        <translation>Wie weit sich der Fluss ändern kann, während die Zielfunktion gehalten wird</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>blocked: always 0; fixed: one value only</source>
        <translation>blockiert: immer 0; fest: nur ein Wert</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Its value after the deletion: 1/h for biomass, else mmol/gDW/h</source>
        <translation>Ihr Wert nach der Deletion: 1/h bei Biomasse, sonst mmol/gDW/h</translation>
    </message>
    <message>
        <source>Share of wild type</source>
        <translation>Anteil am Wildtyp</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>Essenziell</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Distance (%1)</source>
        <translation>Abstand (%1)</translation>
    </message>
    <message>
        <source>Sum of the changes of all fluxes from the wild type&apos;s</source>
        <translation>Summe der Abweichungen aller Flüsse von denen des Wildtyps</translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation>A: %1</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>B − A: %1</source>
        <translation>B − A: %1</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Austausch</translation>
    </message>
    <message>
        <source>Uptake limit (%1)</source>
        <translation>Aufnahmegrenze (%1)</translation>
    </message>
    <message>
        <source>Most that may enter; 0: none. Double click or F2 changes it.</source>
        <translation>Höchste Aufnahme; 0: keine. Doppelklick oder F2 ändert den Wert.</translation>
    </message>
    <message>
        <source>As distributed: %1 mmol/gDW/h. Double click or F2 changes it; an emptied field is as the preset gives it.</source>
        <translation>Wie ausgeliefert: %1 mmol/gDW/h. Doppelklick oder F2 ändert den Wert; ein geleertes Feld folgt der Vorgabe.</translation>
    </message>
    <message>
        <source>As distributed (%1)</source>
        <translation>Wie ausgeliefert (%1)</translation>
    </message>
    <message>
        <source>As distributed: %1 mmol/gDW/h. Double click or F2 changes it; an emptied field is as the medium gives it.</source>
        <translation>Wie ausgeliefert: %1 mmol/gDW/h. Doppelklick oder F2 ändert den Wert; ein geleertes Feld folgt dem Medium.</translation>
    </message>
    <message>
        <source>Knocked out</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>In the scenario; every transcript variant of a gene goes with it. Space or a click changes it.</source>
        <translation>Im Szenario; alle Transkriptvarianten eines Gens entfallen mit ihm. Leertaste oder Klick ändert es.</translation>
    </message>
    <message>
        <source>least %1</source>
        <translation>kleinster %1</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Surplus of a balance, number of reactions, or mmol/gDW/h</source>
        <translation>Überschuss einer Bilanz, Zahl der Reaktionen oder mmol/gDW/h</translation>
    </message>
    <message>
        <source>Expression score</source>
        <translation>Expressionswert</translation>
    </message>
    <message>
        <source>Of the sample&apos;s expression by the gene rule, on the linear scale; –: no rule, or none of its genes measured</source>
        <translation>Aus der Expression der Probe nach der Genregel, auf der linearen Skala; –: keine Regel, oder keines ihrer Gene gemessen</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Strafe</translation>
    </message>
    <message>
        <source>How far the score is below the threshold; 0: not penalised</source>
        <translation>Wie weit der Wert unter der Schwelle liegt; 0: ohne Strafe</translation>
    </message>
    <message>
        <source>Inconsistency</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Penalty × |flux|, in expression × mmol/gDW/h; their sum is the inconsistency score</source>
        <translation>Strafe × |Fluss|, in Expression × mmol/gDW/h; ihre Summe ist der Widerspruchswert</translation>
    </message>
    <message>
        <source>gene name changed by a spreadsheet</source>
        <translation>Genname, von einer Tabellenkalkulation verändert</translation>
    </message>
    <message>
        <source>Write the gene&apos;s name again; import columns of genes as text into spreadsheets.</source>
        <translation>Den Gennamen neu schreiben; Spalten mit Genen als Text in Tabellenkalkulationen einlesen.</translation>
    </message>
    <message>
        <source>row that repeats the header</source>
        <translation>Zeile, die die Kopfzeile wiederholt</translation>
    </message>
    <message>
        <source>Left out. Were tables joined that should stay apart?</source>
        <translation>Ausgelassen. Wurden Tabellen verbunden, die getrennt bleiben sollten?</translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>No expression matrix yet</source>
        <translation>Noch keine Expressionsmatrix</translation>
    </message>
    <message>
        <source>This step needs gene expression of a cohort, e.g. Xena&apos;s HiSeqV2.</source>
        <translation>Dieser Schritt braucht die Genexpression einer Kohorte, z.&#xa0;B. HiSeqV2 von Xena.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu „Daten“ gehen</translation>
    </message>
    <message>
        <source>No clinical table yet</source>
        <translation>Noch keine klinische Tabelle</translation>
    </message>
    <message>
        <source>Groups are the values of a clinical column, e.g. radiation_therapy.</source>
        <translation>Gruppen sind die Werte einer klinischen Spalte, z. B. radiation_therapy.</translation>
    </message>
    <message>
        <source>No gene sets yet</source>
        <translation>Noch keine Gensätze</translation>
    </message>
    <message>
        <source>The network attends to pathways: open a GMT file, e.g. the hallmark sets.</source>
        <translation>Das Netzwerk richtet seine Aufmerksamkeit auf Gensätze: Bitte eine GMT-Datei öffnen, z. B. die Hallmark-Gensätze.</translation>
    </message>
    <message>
        <source>No metabolic model yet</source>
        <translation>Noch kein Stoffwechselmodell</translation>
    </message>
    <message>
        <source>Fluxes are computed in a genome-scale model, e.g. Recon3D as SBML.</source>
        <translation>Flüsse werden in einem genomskaligen Modell berechnet, z.&#xa0;B. Recon3D als SBML.</translation>
    </message>
    <message>
        <source>Go to Model</source>
        <translation>Zu „Modell“ gehen</translation>
    </message>
    <message>
        <source>No fluxes yet</source>
        <translation>Noch keine Flüsse</translation>
    </message>
    <message>
        <source>This step starts from the fluxes computed in the model.</source>
        <translation>Dieser Schritt geht von den im Modell berechneten Flüssen aus.</translation>
    </message>
    <message>
        <source>Go to Flux</source>
        <translation>Zu „Fluss“ gehen</translation>
    </message>
    <message>
        <source>No trained network yet</source>
        <translation>Noch kein trainiertes Netzwerk</translation>
    </message>
    <message>
        <source>Train a network, or load one by File → Load network.</source>
        <translation>Ein Netzwerk trainieren oder mit „Datei → Netzwerk laden“ öffnen.</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>Zu „Training“ gehen</translation>
    </message>
    <message>
        <source>No explanation yet</source>
        <translation>Noch keine Erklärung</translation>
    </message>
    <message>
        <source>Enrichment starts from the genes that explain the predictions.</source>
        <translation>Die Anreicherung geht von den Genen aus, die die Vorhersagen erklären.</translation>
    </message>
    <message>
        <source>Go to Explain</source>
        <translation>Zu „Erklärung“ gehen</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>settings differ</source>
        <translation>Einstellungen weichen ab</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
</context>
<context>
    <name>pathgan::AnalysisPage</name>
    <message>
        <source>Optimal fluxes with reduced costs and shadow prices; one of many optima</source>
        <translation>Optimale Flüsse mit reduzierten Kosten und Schattenpreisen; eines von vielen Optima</translation>
    </message>
    <message>
        <source>The optimum with the least total flux</source>
        <translation>Das Optimum mit dem kleinsten Gesamtfluss</translation>
    </message>
    <message>
        <source>As parsimonious FBA, with weights that make the fluxes unique</source>
        <translation>Wie Parsimonious FBA, mit Gewichten, die die Flüsse eindeutig machen</translation>
    </message>
    <message>
        <source>Least and largest flux of each reaction that keeps the objective</source>
        <translation>Kleinster und größter Fluss jeder Reaktion, bei dem die Zielfunktion gehalten wird</translation>
    </message>
    <message>
        <source>After each deletion the fluxes closest to the wild type&apos;s (linear MOMA)</source>
        <translation>Nach jeder Deletion die Flüsse, die denen des Wildtyps am nächsten sind (lineare MOMA)</translation>
    </message>
    <message>
        <source>The optimum after each deletion</source>
        <translation>Das Optimum nach jeder Deletion</translation>
    </message>
    <message>
        <source>Analyse model</source>
        <translation>Modell analysieren</translation>
    </message>
    <message>
        <source>Results of the analysis</source>
        <translation>Ergebnisse der Analyse</translation>
    </message>
    <message>
        <source>Shadow prices</source>
        <translation>Schattenpreise</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>Share of the optimal objective that the fluxes must reach, 0 to 1</source>
        <translation>Anteil des Optimums der Zielfunktion, den die Flüsse erreichen müssen, 0 bis 1</translation>
    </message>
    <message>
        <source>&amp;Only these</source>
        <translation>Nur d&amp;iese</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Ids separated by commas or spaces; genes also by symbol or Entrez id. Empty: all</source>
        <translation>IDs, durch Kommas oder Leerzeichen getrennt; Gene auch als Symbol oder Entrez-ID. Leer: alle</translation>
    </message>
    <message>
        <source>Essential &amp;below</source>
        <translation>Ess&amp;enziell unter</translation>
    </message>
    <message>
        <source>A deletion is essential when less than this share of the wild type&apos;s objective is left</source>
        <translation>Eine Deletion gilt als essenziell, wenn weniger als dieser Anteil der Zielfunktion des Wildtyps bleibt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Run shown</source>
        <translation>Gezeigter Lauf</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>The results will stand here. Progress is shown at the bottom of the window.</source>
        <translation>Hier werden die Ergebnisse stehen. Der Fortschritt wird unten im Fenster angezeigt.</translation>
    </message>
    <message>
        <source>Nothing analysed yet</source>
        <translation>Noch nichts analysiert</translation>
    </message>
    <message>
        <source>Choose a method and press “Analyse model”: objective, medium, bounds and knock-outs are those of the scenario above.</source>
        <translation>Wählen Sie eine Methode und „Modell analysieren“: Zielfunktion, Medium, Schranken und ausgeschaltete Gene sind die des Szenarios oben.</translation>
    </message>
    <message>
        <source>The model was replaced since this run. &lt;a href=&quot;run&quot;&gt;Analyse again&lt;/a&gt;</source>
        <translation>Das Modell wurde seit diesem Lauf ersetzt. &lt;a href=&quot;run&quot;&gt;Neu analysieren&lt;/a&gt;</translation>
    </message>
    <message>
        <source>The scenario was changed since this run. &lt;a href=&quot;run&quot;&gt;Analyse again&lt;/a&gt;</source>
        <translation>Das Szenario wurde seit diesem Lauf geändert. &lt;a href=&quot;run&quot;&gt;Neu analysieren&lt;/a&gt;</translation>
    </message>
    <message>
        <source>%1 reactions: %2 blocked, %3 fixed to one value.</source>
        <translation>%1 Reaktionen: %2 blockiert, %3 auf einen Wert festgelegt.</translation>
    </message>
    <message>
        <source>%1 genes are essential.</source>
        <translation>%1 Gene sind essenziell.</translation>
    </message>
    <message>
        <source>%1 deletions, %2 of them essential.</source>
        <translation>%1 Deletionen, davon %2 essenziell.</translation>
    </message>
    <message>
        <source>FBA</source>
        <translation>FBA</translation>
    </message>
    <message>
        <source>Parsimonious FBA</source>
        <translation>Parsimonious FBA</translation>
    </message>
    <message>
        <source>Perturbed pFBA</source>
        <translation>Perturbierte pFBA</translation>
    </message>
    <message>
        <source>Flux variability</source>
        <translation>Flussvariabilität</translation>
    </message>
    <message>
        <source>Gene deletions</source>
        <translation>Gendeletionen</translation>
    </message>
    <message>
        <source>Reaction deletions</source>
        <translation>Reaktionsdeletionen</translation>
    </message>
    <message>
        <source>Pairs of genes</source>
        <translation>Genpaare</translation>
    </message>
    <message>
        <source>Pairs of reactions</source>
        <translation>Reaktionspaare</translation>
    </message>
    <message>
        <source>Essential genes</source>
        <translation>Essenzielle Gene</translation>
    </message>
    <message>
        <source>MOMA, genes</source>
        <translation>MOMA, Gene</translation>
    </message>
    <message>
        <source>MOMA, reactions</source>
        <translation>MOMA, Reaktionen</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of “%2”: %3 = &lt;b&gt;%4&lt;/b&gt; %5 (optimal). %6</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von „%2“: %3 = &lt;b&gt;%4&lt;/b&gt; %5 (optimal). %6</translation>
    </message>
    <message>
        <source>no objective</source>
        <translation>keine Zielfunktion</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of “%2”: infeasible. No flux satisfies all bounds at once, so there are no figures. Widen the bounds that the scenario sets, above all lower bounds above 0, or open more of the medium; Undo takes changes back one by one.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von „%2“: unzulässig. Kein Fluss erfüllt alle Schranken zugleich, daher gibt es keine Zahlen. Erweitern Sie die Schranken, die das Szenario setzt, vor allem untere über 0, oder öffnen Sie mehr vom Medium; „Rückgängig“ nimmt Änderungen einzeln zurück.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of “%2”: unbounded. %3 can grow without limit, so there are no figures. Give the reactions that feed it finite bounds, first the uptake limits in the medium.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von „%2“: unbeschränkt. %3 kann ohne Grenze wachsen, daher gibt es keine Zahlen. Geben Sie den Reaktionen, die sie speisen, endliche Schranken, zuerst den Aufnahmegrenzen im Medium.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of “%2”: no result (%3). Try again with other bounds.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von „%2“: kein Ergebnis (%3). Versuchen Sie es mit anderen Schranken.</translation>
    </message>
    <message>
        <source>Optimum &amp;kept</source>
        <translation>Gehaltenes O&amp;ptimum</translation>
    </message>
    <message>
        <source>Share of the optimal objective that the fluxes must reach, 0 to 1. At 1 the ranges are those of the optimal fluxes themselves</source>
        <translation>Anteil des Optimums der Zielfunktion, den die Flüsse erreichen müssen, 0 bis 1. Bei 1 sind die Bereiche die der optimalen Flüsse selbst</translation>
    </message>
    <message>
        <source>Total flux &amp;at most ×</source>
        <translation>Gesamtfluss höchs&amp;tens ×</translation>
    </message>
    <message>
        <source>Also keeps the total flux within this multiple of its least value, from 1; 0: any total flux</source>
        <translation>Hält auch den Gesamtfluss innerhalb dieses Vielfachen seines kleinsten Werts, ab 1; 0: beliebiger Gesamtfluss</translation>
    </message>
    <message>
        <source>Without &amp;loops</source>
        <translation>Ohne Sch&amp;leifen</translation>
    </message>
    <message>
        <source>Leaves out fluxes that only run in thermodynamically infeasible loops; takes longer</source>
        <translation>Lässt Flüsse aus, die nur in thermodynamisch unmöglichen Schleifen laufen; dauert länger</translation>
    </message>
    <message>
        <source>Run &amp;shown</source>
        <translation>&amp;Gezeigter Lauf</translation>
    </message>
    <message>
        <source>Total flux %1 mmol/gDW/h; these fluxes are unique.</source>
        <translation>Gesamtfluss %1 mmol/gDW/h; diese Flüsse sind eindeutig.</translation>
    </message>
    <message>
        <source>Total flux %1 mmol/gDW/h; other fluxes may be as good, perturbed pFBA makes them unique.</source>
        <translation>Gesamtfluss %1 mmol/gDW/h; andere Flüsse können gleich gut sein, perturbierte pFBA macht sie eindeutig.</translation>
    </message>
    <message>
        <source> These bounds cannot hold together: &lt;b&gt;%1&lt;/b&gt; (mmol/gDW/h).</source>
        <translation> Diese Schranken können nicht zugleich gelten: &lt;b&gt;%1&lt;/b&gt; (mmol/gDW/h).</translation>
    </message>
    <message>
        <source> Without limit run together: &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation> Ohne Grenze laufen gemeinsam: &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Fluxes that keep the objective and use reactions of low expression least, in one sample of the cohort</source>
        <translation>Flüsse, die die Zielfunktion halten und Reaktionen niedriger Expression am wenigsten nutzen, in einer Probe der Kohorte</translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation>Zeitg&amp;renze</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> For numerical reasons they may miss it by %1 of the optimum.</source>
        <translation> Aus numerischen Gründen können sie es um %1 des Optimums verfehlen.</translation>
    </message>
    <message>
        <source> Fluxes keep %1 of the optimum.</source>
        <translation> Die Flüsse halten %1 des Optimums.</translation>
    </message>
    <message>
        <source> All fluxes are optimal.</source>
        <translation> Alle Flüsse sind optimal.</translation>
    </message>
    <message>
        <source>Processor time for each linear program, however busy the machine is. What takes longer gets the status “time limit” and no figures; results within it do not change. 0: none</source>
        <translation>Prozessorzeit für jedes lineare Programm, unabhängig von der Auslastung des Rechners. Was länger dauert, bekommt den Status „Zeitgrenze“ und keine Zahlen; Ergebnisse innerhalb der Grenze ändern sich nicht. 0: keine</translation>
    </message>
    <message>
        <source>no expression</source>
        <translation>keine Expression</translation>
    </message>
    <message>
        <source>Sam&amp;ple</source>
        <translation>Pr&amp;obe</translation>
    </message>
    <message>
        <source>The sample whose expression is used; follows the sample chosen in other panels</source>
        <translation>Die Probe, deren Expression verwendet wird; folgt der in anderen Bereichen gewählten Probe</translation>
    </message>
    <message>
        <source>Reactions whose expression score is below this percentile of the sample&apos;s scores are penalised by how far they are below it</source>
        <translation>Reaktionen, deren Expressionswert unter diesem Perzentil der Werte der Probe liegt, werden um so viel bestraft, wie sie darunter liegen</translation>
    </message>
    <message>
        <source>&amp;Isoenzymes (or)</source>
        <translation>I&amp;soenzyme (or)</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>How the expression of alternative genes becomes one score</source>
        <translation>Wie die Expression alternativer Gene zu einem Wert wird</translation>
    </message>
    <message>
        <source>The expression was replaced since this run. &lt;a href=&quot;run&quot;&gt;Analyse again&lt;/a&gt;</source>
        <translation>Die Expression wurde seit diesem Lauf ersetzt. &lt;a href=&quot;run&quot;&gt;Neu analysieren&lt;/a&gt;</translation>
    </message>
    <message>
        <source> &lt;b&gt;Stopped early&lt;/b&gt;: %1 of %2 are finished, the others are left out.</source>
        <translation> &lt;b&gt;Vorzeitig beendet&lt;/b&gt;: %1 von %2 sind fertig, die anderen sind ausgelassen.</translation>
    </message>
    <message>
        <source>GIMME</source>
        <translation>GIMME</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of “%2”: time limit. A linear program took more than %3 s of processor time, so there are no figures. Raise the time limit in the settings and analyse again.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von „%2“: Zeitgrenze. Ein lineares Programm brauchte mehr als %3 s Prozessorzeit, daher gibt es keine Zahlen. Erhöhen Sie die Zeitgrenze in den Einstellungen und analysieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Below pe&amp;rcentile</source>
        <translation>Unter Perzen&amp;til</translation>
    </message>
    <message>
        <source>&lt;b&gt;GIMME&lt;/b&gt; of “%1”, sample %2: inconsistency score &lt;b&gt;%3&lt;/b&gt; expression × mmol/gDW/h; %4 = %5 of %6 %7.</source>
        <translation>&lt;b&gt;GIMME&lt;/b&gt; von „%1“, Probe %2: Widerspruchswert &lt;b&gt;%3&lt;/b&gt; Expression × mmol/gDW/h; %4 = %5 von %6 %7.</translation>
    </message>
    <message>
        <source>Of %1 reactions scoring below %2, %3 carry flux; the fluxes are unique. %4 of %5 model genes are measured.</source>
        <translation>Von %1 Reaktionen mit einem Wert unter %2 führen %3 Fluss; die Flüsse sind eindeutig. %4 von %5 Genen des Modells sind gemessen.</translation>
    </message>
</context>
<context>
    <name>pathgan::AttentionHeatMap</name>
    <message>
        <source>Attention between pathways</source>
        <translation>Aufmerksamkeit zwischen Gensätzen</translation>
    </message>
    <message>
        <source>Heat map of the attention of each pathway to each.</source>
        <translation>Heatmap der Aufmerksamkeit jedes Gensatzes für jeden.</translation>
    </message>
    <message>
        <source>Heat map of the attention of %1 pathways to each other, %2.</source>
        <translation>Heatmap der Aufmerksamkeit von %1 Gensätzen füreinander, %2.</translation>
    </message>
    <message>
        <source>pathway that asks</source>
        <translation>fragender Gensatz</translation>
    </message>
    <message>
        <source>pathway that is read</source>
        <translation>gelesener Gensatz</translation>
    </message>
    <message>
        <source>attention, times even</source>
        <translation>Aufmerksamkeit, Vielfaches der gleichmäßigen</translation>
    </message>
    <message>
        <source>Weight with which each pathway (row) reads each (column), %1; a row sums to 1. White: even attention, 1/%2.</source>
        <translation>Gewicht, mit dem jeder Gensatz (Zeile) jeden (Spalte) liest, %1; die Summe jeder Zeile ist 1. Weiß: gleichmäßige Aufmerksamkeit, 1/%2.</translation>
    </message>
    <message>
        <source>%1 reads %2
%3, %4 times even attention</source>
        <translation>%1 liest %2
%3, das %4-Fache der gleichmäßigen Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>pathgan::AttentionPage</name>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Attention head</source>
        <translation>Aufmerksamkeitskopf</translation>
    </message>
    <message>
        <source>Attention by group</source>
        <translation>Aufmerksamkeit nach Gruppe</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Between pathways</source>
        <translation>Zwischen Gensätzen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups of samples need a clinical column with at least two values.</source>
        <translation>Gruppen von Proben brauchen eine klinische Spalte mit mindestens zwei Werten.</translation>
    </message>
    <message>
        <source>all samples</source>
        <translation>alle Proben</translation>
    </message>
    <message>
        <source>mean of all</source>
        <translation>Mittel aller</translation>
    </message>
    <message>
        <source>%1, mean of all heads</source>
        <translation>%1, Mittel aller Köpfe</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n sample(s) with %1 %2 and all heads</source>
        <translation>
            <numerusform>Mittel von %n Probe mit %1 %2 und allen Köpfen</numerusform>
            <numerusform>Mittel von %n Proben mit %1 %2 und allen Köpfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Single heads are kept as means over all samples</source>
        <translation>Einzelne Köpfe werden als Mittel über alle Proben behalten</translation>
    </message>
    <message numerus="yes">
        <source>head %1, mean of %n sample(s)</source>
        <translation>
            <numerusform>Kopf %1, Mittel von %n Probe</numerusform>
            <numerusform>Kopf %1, Mittel von %n Proben</numerusform>
        </translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Gensatz</translation>
    </message>
    <message>
        <source>mean: %1 (n = %2)</source>
        <translation>Mittel: %1 (n = %2)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p, all pathways</source>
        <translation>p, alle Gensätze</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Only a network of pathway tokens attends to pathways; this one projects all genes.</source>
        <translation>Nur ein Netzwerk aus Gensatz-Tokens richtet seine Aufmerksamkeit auf Gensätze; dieses projiziert alle Gene.</translation>
    </message>
    <message>
        <source>Attention is not attribution: it says which pathways the network mixes, not what a prediction owes to them. SHAP values and bottlenecks say that.</source>
        <translation>Aufmerksamkeit ist keine Zuschreibung: Sie sagt, welche Gensätze das Netzwerk mischt, nicht, was eine Vorhersage ihnen verdankt. Das sagen SHAP-Werte und Engpässe.</translation>
    </message>
    <message>
        <source>No prediction uses the pathway network here: validation chose the bottleneck head alone for every reaction.</source>
        <translation>Keine Vorhersage nutzt hier das Gensatz-Netzwerk: Die Validierung wählte für jede Reaktion den Engpass-Kopf allein.</translation>
    </message>
    <message>
        <source>Groups &amp;by</source>
        <translation>Gruppen &amp;nach</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>pathgan::AttentionPlot</name>
    <message>
        <source>(genes of no set)</source>
        <translation>(Gene ohne Gensatz)</translation>
    </message>
    <message>
        <source>Pathway attention of the network</source>
        <translation>Aufmerksamkeit des Netzwerks für Gensätze</translation>
    </message>
    <message>
        <source>Bar chart of the attention paid to each pathway.</source>
        <translation>Balkendiagramm der Aufmerksamkeit für jeden Gensatz.</translation>
    </message>
    <message numerus="yes">
        <source>Bar chart of the mean attention to %n pathway(s); most to %1.</source>
        <translation>
            <numerusform>Balkendiagramm der mittleren Aufmerksamkeit für %n Gensatz; die größte gilt %1.</numerusform>
            <numerusform>Balkendiagramm der mittleren Aufmerksamkeit für %n Gensätze; die größte gilt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>mean attention weight</source>
        <translation>mittleres Aufmerksamkeitsgewicht</translation>
    </message>
    <message>
        <source>The %1 largest of %2 are shown.</source>
        <translation>Gezeigt sind die %1 größten von %2.</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n sample(s) and all heads</source>
        <translation>
            <numerusform>Mittel von %n Probe und allen Köpfen</numerusform>
            <numerusform>Mittel von %n Proben und allen Köpfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Spread as evenly as over %1 of %2 pathways.</source>
        <translation>So verteilt wie gleichmäßig auf %1 von %2 Gensätzen.</translation>
    </message>
    <message>
        <source>Almost even: bars of nearly equal length hardly tell pathways apart.</source>
        <translation>Beinahe gleichmäßig: Balken fast gleicher Länge unterscheiden die Gensätze kaum.</translation>
    </message>
    <message>
        <source>Attention that each pathway receives, %1; all weights sum to 1. Dashed: even attention, 1/%2.</source>
        <translation>Aufmerksamkeit, die jeder Gensatz erhält, %1; die Summe aller Gewichte ist 1. Gestrichelt: gleichmäßige Aufmerksamkeit, 1/%2.</translation>
    </message>
</context>
<context>
    <name>pathgan::AxisRangeEditor</name>
    <message>
        <source>Two numbers above 0, the first less than the second.</source>
        <translation>Zwei Zahlen über 0, die erste kleiner als die zweite.</translation>
    </message>
    <message>
        <source>Two numbers, the first less than the second.</source>
        <translation>Zwei Zahlen, die erste kleiner als die zweite.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
</context>
<context>
    <name>pathgan::BottleneckPage</name>
    <message>
        <source>Bounds that hold it back</source>
        <translation>Schranken, die sie begrenzen</translation>
    </message>
    <message>
        <source>Training samples with the same bottleneck</source>
        <translation>Trainingsproben mit demselben Engpass</translation>
    </message>
    <message>
        <source>S&amp;ample</source>
        <translation>&amp;Probe</translation>
    </message>
    <message>
        <source>Capacit&amp;y of</source>
        <translation>&amp;Kapazität von</translation>
    </message>
    <message>
        <source>all samples (mean)</source>
        <translation>alle Proben (Mittel)</translation>
    </message>
    <message>
        <source>This network has no bottleneck head: it was switched off, or the targets are no capacities under E-Flux, whose linear programs have dual solutions.</source>
        <translation>Dieses Netzwerk hat keinen Engpass-Kopf: Er war abgeschaltet, oder die Ziele sind keine Kapazitäten unter E-Flux, deren lineare Programme Duallösungen haben.</translation>
    </message>
    <message>
        <source>An elasticity of 0.5: 1 % more of the bound makes the capacity 0.5 % larger. The prediction of this reaction is the head&apos;s by %1 % and the pathway network&apos;s by %2 %, as validation chose. No linear program is solved: the dual solutions of training samples are evaluated at a sample&apos;s own bounds.</source>
        <translation>Elastizität 0,5 heißt: Eine um 1 % weitere Schranke macht die Kapazität um 0,5 % größer. Die Vorhersage dieser Reaktion stammt zu %1 % vom Engpass-Kopf und zu %2 % vom Gensatz-Netzwerk, wie es die Validierung wählte. Gelöst wird dabei kein lineares Programm: Die Duallösungen von Trainingsproben werden an den eigenen Schranken jeder Probe ausgewertet.</translation>
    </message>
    <message>
        <source>Bound of</source>
        <translation>Schranke von</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>Elasticity</source>
        <translation>Elastizität</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message>
        <source>Training sample</source>
        <translation>Trainingsprobe</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
</context>
<context>
    <name>pathgan::CheckPage</name>
    <message>
        <source>&amp;Check model</source>
        <translation>Modell &amp;prüfen</translation>
    </message>
    <message>
        <source>Also what needs &amp;linear programs</source>
        <translation>Auch Prüfungen mit &amp;linearen Programmen</translation>
    </message>
    <message>
        <source>Findings of the model check</source>
        <translation>Befunde der Modellprüfung</translation>
    </message>
    <message>
        <source>Blocked reactions, loops that run without input, energy from nothing; takes longer</source>
        <translation>Blockierte Reaktionen, Schleifen ohne Zufuhr, Energie aus dem Nichts; dauert länger</translation>
    </message>
    <message>
        <source>Kind of findings shown</source>
        <translation>Art der gezeigten Befunde</translation>
    </message>
    <message>
        <source>Sh&amp;ow</source>
        <translation>Ze&amp;igen</translation>
    </message>
    <message>
        <source>All findings (%1)</source>
        <translation>Alle Befunde (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing odd was found.</source>
        <translation>Nichts Auffälliges gefunden.</translation>
    </message>
    <message>
        <source>Checking… Progress is shown at the bottom of the window.</source>
        <translation>Wird geprüft … Der Fortschritt wird unten im Fenster angezeigt.</translation>
    </message>
    <message>
        <source>The check looks for dead ends, blocked reactions, imbalances, loops, unknown genes and open exchanges in the model as it was read. Every finding is a fact about the file, not always a fault.</source>
        <translation>Die Prüfung sucht im gelesenen Modell Sackgassen, blockierte Reaktionen, Ungleichgewichte, Schleifen, unbekannte Gene und offene Austauschreaktionen. Jeder Befund ist eine Tatsache über die Datei, nicht immer ein Fehler.</translation>
    </message>
    <message>
        <source>%1 findings; mass balance could be checked for %2 of %3 reactions.</source>
        <translation>%1 Befunde; die Massenbilanz war bei %2 von %3 Reaktionen prüfbar.</translation>
    </message>
    <message>
        <source> Not decided, because their linear programs failed: %1.</source>
        <translation> Nicht entschieden, weil die linearen Programme scheiterten: %1.</translation>
    </message>
</context>
<context>
    <name>pathgan::ClinicalColumns</name>
    <message>
        <source>not reported</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>pathgan::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Action, page, setting, gene, sample, reaction, pathway</source>
        <translation>Aktion, Seite, Einstellung, Gen, Probe, Reaktion, Gensatz</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing has these letters in this order.</source>
        <translation>Nichts enthält diese Buchstaben in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>↑ ↓ to move, Enter to choose, Esc to leave</source>
        <translation>↑ ↓ bewegen, Eingabe wählt, Esc schließt</translation>
    </message>
    <message>
        <source>“%1” cannot be used now.</source>
        <translation>„%1“ ist jetzt nicht möglich.</translation>
    </message>
</context>
<context>
    <name>pathgan::ComparisonPage</name>
    <message>
        <source>Comparison of two runs</source>
        <translation>Vergleich zweier Läufe</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Lauf zum Vergleich</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>&amp;Vergleichen mit</translation>
    </message>
    <message>
        <source>Choose another run to compare with: change the scenario, analyse again, and both stand here side by side.</source>
        <translation>Wählen Sie einen anderen Lauf zum Vergleich: Ändern Sie das Szenario, analysieren Sie noch einmal, und beide stehen hier nebeneinander.</translation>
    </message>
    <message>
        <source>These two runs hold different things: choose a run of the same kind of method.</source>
        <translation>Diese beiden Läufe enthalten Verschiedenes: Wählen Sie einen Lauf mit einer Methode derselben Art.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>The comparison was stopped. &lt;a href=&quot;compare&quot;&gt;Compare again&lt;/a&gt;</source>
        <translation>Der Vergleich wurde abgebrochen. &lt;a href=&quot;compare&quot;&gt;Neu vergleichen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>A: %1. B: %2. Largest difference first.</source>
        <translation>A: %1. B: %2. Größter Unterschied zuerst.</translation>
    </message>
</context>
<context>
    <name>pathgan::ConceptPage</name>
    <message>
        <source>What the model calls what</source>
        <translation>Was im Modell wie heißt</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Wie gefunden</translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation>Tabelle öffnen …</translation>
    </message>
    <message>
        <source>Save changes…</source>
        <translation>Änderungen speichern …</translation>
    </message>
    <message>
        <source>Forgets what was set by hand</source>
        <translation>Vergisst, was von Hand gesetzt wurde</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Tables (*.tsv *.csv *.txt);;All files (*)</source>
        <translation>Tabellen (*.tsv *.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Tab-separated (*.tsv)</source>
        <translation>Tabulatorgetrennt (*.tsv)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Compartment</source>
        <translation>Kompartiment</translation>
    </message>
    <message>
        <source>Id in the model</source>
        <translation>ID im Modell</translation>
    </message>
    <message>
        <source>Name in the model</source>
        <translation>Name im Modell</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden durch</translation>
    </message>
    <message>
        <source>Double click or F2 changes it; an emptied field: the model has none</source>
        <translation>Doppelklick oder F2 ändert sie; ein geleertes Feld: Das Modell hat keine</translation>
    </message>
    <message>
        <source>What analyses look for, and what it is called in this model: %1 of %2 found. Set right what is not.</source>
        <translation>Was Analysen suchen und wie es in diesem Modell heißt: %1 von %2 gefunden. Was nicht stimmt, lässt sich richtigstellen.</translation>
    </message>
</context>
<context>
    <name>pathgan::DataPanel</name>
    <message>
        <source>The files of the analysis: each is recognised from its content; what is wrong in them is listed, never hidden.</source>
        <translation>Die Dateien der Analyse: Jede wird an ihrem Inhalt erkannt; Fehler darin werden aufgelistet, nie verborgen.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Clinical columns</source>
        <translation>Klinische Spalten</translation>
    </message>
    <message>
        <source>No clinical table is open.</source>
        <translation>Keine klinische Tabelle geöffnet.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>How it fits together</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Genes × samples: Xena TSV, CSV or GCT, plain or gzip.</source>
        <translation>Gene × Proben: Xena-TSV, CSV oder GCT, unkomprimiert oder gzip.</translation>
    </message>
    <message>
        <source>Samples or patients in rows, e.g. Xena&apos;s clinicalMatrix. Needed for groups.</source>
        <translation>Proben oder Patienten in Zeilen, z.&#xa0;B. clinicalMatrix von Xena. Nötig für Gruppen.</translation>
    </message>
    <message>
        <source>Pathways as GMT, GMX or GRP, e.g. the hallmark sets. Needed for training.</source>
        <translation>Stoffwechselwege und andere Gensätze als GMT, GMX oder GRP, z. B. die Hallmark-Gensätze. Nötig fürs Training.</translation>
    </message>
    <message>
        <source>Built in.</source>
        <translation>Eingebaut.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Primary tumours, one a patient</source>
        <translation>Primärtumoren, einer je Patient</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>Alle Proben</translation>
    </message>
    <message>
        <source>By the sample type in the TCGA barcode; names that are no barcodes are all kept. What is left is the cohort, in every step.</source>
        <translation>Nach dem Probentyp im TCGA-Barcode; Namen, die keine Barcodes sind, bleiben alle erhalten. Was übrig bleibt, ist in jedem Schritt die Kohorte.</translation>
    </message>
    <message>
        <source>&amp;Samples used:</source>
        <translation>Verwendete &amp;Proben:</translation>
    </message>
    <message>
        <source>Samples used</source>
        <translation>Verwendete Proben</translation>
    </message>
    <message>
        <source>Samples of the expression matrix in the cohort</source>
        <translation>Proben der Expressionsmatrix in der Kohorte</translation>
    </message>
    <message>
        <source>Genes of the model&apos;s rules that were measured</source>
        <translation>Gemessene Gene aus den Regeln des Modells</translation>
    </message>
    <message>
        <source>Genes of the gene sets that were measured</source>
        <translation>Gemessene Gene der Gensätze</translation>
    </message>
    <message>
        <source>Genes of the interaction network that were measured</source>
        <translation>Gemessene Gene des Interaktionsnetzwerks</translation>
    </message>
    <message>
        <source>First genes and samples</source>
        <translation>Erste Gene und Proben</translation>
    </message>
    <message>
        <source>No expression matrix is open.</source>
        <translation>Keine Expressionsmatrix geöffnet.</translation>
    </message>
    <message>
        <source>Problems in the files</source>
        <translation>Probleme in den Dateien</translation>
    </message>
    <message>
        <source>No problems were found.</source>
        <translation>Keine Probleme gefunden.</translation>
    </message>
    <message>
        <source>Rules for reading the expression matrix</source>
        <translation>Regeln zum Lesen der Expressionsmatrix</translation>
    </message>
    <message>
        <source>refuse the file</source>
        <translation>Datei ablehnen</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>Zeile auslassen</translation>
    </message>
    <message>
        <source>fill up with missing values</source>
        <translation>mit fehlenden Werten auffüllen</translation>
    </message>
    <message>
        <source>&amp;Not a number</source>
        <translation>&amp;Keine Zahl</translation>
    </message>
    <message>
        <source>take as missing</source>
        <translation>als fehlend behandeln</translation>
    </message>
    <message>
        <source>&amp;Missing values</source>
        <translation>Fehlende &amp;Werte</translation>
    </message>
    <message>
        <source>keep as unmeasured</source>
        <translation>als nicht gemessen behalten</translation>
    </message>
    <message>
        <source>take as zero</source>
        <translation>als null behandeln</translation>
    </message>
    <message>
        <source>median of the gene</source>
        <translation>Median des Gens</translation>
    </message>
    <message>
        <source>leave the gene out</source>
        <translation>Gen auslassen</translation>
    </message>
    <message>
        <source>&amp;Duplicate genes</source>
        <translation>Doppelte &amp;Gene</translation>
    </message>
    <message>
        <source>use the first (as Xena)</source>
        <translation>erstes verwenden (wie Xena)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Öffnen: %1</translation>
    </message>
    <message>
        <source>What was left out or lacks something</source>
        <translation>Was ausgelassen wurde oder unvollständig ist</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
    </message>
    <message>
        <source>Model genes that were not measured</source>
        <translation>Nicht gemessene Gene des Modells</translation>
    </message>
    <message>
        <source>Gene-set genes that were not measured</source>
        <translation>Nicht gemessene Gene der Gensätze</translation>
    </message>
    <message>
        <source>Network genes that were not measured</source>
        <translation>Nicht gemessene Gene des Netzwerks</translation>
    </message>
    <message>
        <source>Names are joined by the gene table: %1.</source>
        <translation>Namen werden über die Gentabelle verknüpft: %1.</translation>
    </message>
    <message>
        <source>Ra&amp;gged rows</source>
        <translation>Abweichende &amp;Feldzahl</translation>
    </message>
    <message>
        <source>Two columns of genes, or STRING links. Optional: says which reactions belong together.</source>
        <translation>Zwei Spalten mit Genen oder STRING-Links. Optional: sagt, welche Reaktionen zusammengehören.</translation>
    </message>
    <message>
        <source>Column of the sample ids</source>
        <translation>Spalte der Proben-IDs</translation>
    </message>
    <message>
        <source>Which column of the clinical table names the samples or patients. By itself the program takes the one that names most of them.</source>
        <translation>Welche Spalte der klinischen Tabelle die Proben oder Patienten nennt. Ohne Wahl nimmt das Programm die, die die meisten nennt.</translation>
    </message>
    <message>
        <source>Clinical i&amp;ds in:</source>
        <translation>Klinische &amp;IDs in:</translation>
    </message>
    <message>
        <source>Samples of the cohort in the clinical table</source>
        <translation>Proben der Kohorte in der klinischen Tabelle</translation>
    </message>
    <message>
        <source>no clinical table</source>
        <translation>keine klinische Tabelle</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Chosen for you</source>
        <translation>Automatisch gewählt</translation>
    </message>
    <message>
        <source>How they were found, and why others were not</source>
        <translation>Wie sie gefunden wurden und warum andere nicht</translation>
    </message>
    <message>
        <source>What went wrong stands above.</source>
        <translation>Was nicht gelang, steht oben.</translation>
    </message>
    <message>
        <source>No file is open.</source>
        <translation>Keine Datei ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>pathgan::DropGlow</name>
    <message>
        <source>Drop files to open them</source>
        <translation>Dateien loslassen, um sie zu öffnen</translation>
    </message>
    <message>
        <source>Search in: %1</source>
        <translation>Suchen in: %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>pathgan::EnrichPanel</name>
    <message>
        <source>Two questions: do the top genes fall into a pathway more often than chance would have it, and do a pathway&apos;s genes stand near the top of the whole ranking?</source>
        <translation>Zwei Fragen: Liegen die obersten Gene häufiger in einem Gensatz, als es der Zufall erwarten lässt, und stehen die Gene eines Gensatzes weit oben in der ganzen Rangfolge?</translation>
    </message>
    <message>
        <source>Test enrichment</source>
        <translation>Anreicherung testen</translation>
    </message>
    <message>
        <source>Over-representation of the top genes</source>
        <translation>Überrepräsentation der obersten Gene</translation>
    </message>
    <message>
        <source>&amp;Top genes</source>
        <translation>Oberste G&amp;ene</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>Hinter&amp;grund</translation>
    </message>
    <message>
        <source>Measured genes</source>
        <translation>Gemessene Gene</translation>
    </message>
    <message>
        <source>Genes of the library</source>
        <translation>Gene der Bibliothek</translation>
    </message>
    <message>
        <source>GSEApy&apos;s default</source>
        <translation>Voreinstellung von GSEApy</translation>
    </message>
    <message>
        <source>20,000 genes</source>
        <translation>20.000 Gene</translation>
    </message>
    <message>
        <source>As Enrichr&apos;s web site</source>
        <translation>Wie die Enrichr-Website</translation>
    </message>
    <message>
        <source>The genes the top genes are thought to be drawn from</source>
        <translation>Die Gene, aus denen die obersten Gene gezogen gedacht sind</translation>
    </message>
    <message>
        <source>&amp;Odds ratio</source>
        <translation>&amp;Odds-Ratio</translation>
    </message>
    <message>
        <source>0.5 added to each cell</source>
        <translation>0,5 zu jeder Zelle addiert</translation>
    </message>
    <message>
        <source>GSEApy since 1.1.1</source>
        <translation>GSEApy seit 1.1.1</translation>
    </message>
    <message>
        <source>Enrichr&apos;s web site</source>
        <translation>Enrichr-Website</translation>
    </message>
    <message>
        <source>Preranked GSEA</source>
        <translation>Preranked GSEA</translation>
    </message>
    <message>
        <source>&amp;Permutations</source>
        <translation>&amp;Permutationen</translation>
    </message>
    <message>
        <source>S&amp;mallest set</source>
        <translation>&amp;Kleinster Gensatz</translation>
    </message>
    <message>
        <source>Genes of the set that are in the ranking</source>
        <translation>Gene des Gensatzes, die in der Rangfolge stehen</translation>
    </message>
    <message>
        <source>&amp;Largest set</source>
        <translation>Größter Ge&amp;nsatz</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Value of the bars</source>
        <translation>Wert der Balken</translation>
    </message>
    <message>
        <source>Combined score</source>
        <translation>Combined Score</translation>
    </message>
    <message>
        <source>−log10 adjusted p</source>
        <translation>−log10 adjustiertes p</translation>
    </message>
    <message>
        <source>Over-representation</source>
        <translation>Überrepräsentation</translation>
    </message>
    <message>
        <source>Needs SHAP values and gene sets, e.g. the MSigDB hallmark sets.</source>
        <translation>Braucht SHAP-Werte und Gensätze, z. B. die Hallmark-Gensätze von MSigDB.</translation>
    </message>
    <message>
        <source>No set has between %1 and %2 genes in the ranking (%3 too small, %4 too large).</source>
        <translation>Kein Gensatz hat zwischen %1 und %2 Gene in der Rangfolge (%3 zu klein, %4 zu groß).</translation>
    </message>
    <message>
        <source>With so few genes a single hit can rank high: look at the overlap.</source>
        <translation>Bei so wenigen Genen kann ein einziger Treffer weit oben stehen: Bitte die Überlappung beachten.</translation>
    </message>
    <message>
        <source>Enrich</source>
        <translation>Anreicherung</translation>
    </message>
    <message>
        <source>Pathway genes of the network</source>
        <translation>Gene in Gensätzen des Netzwerks</translation>
    </message>
    <message>
        <source>A network with pathway tokens reads genes outside of every set as one sum: against all measured genes each pathway would look enriched. Also the genes of the ranking.</source>
        <translation>Ein Netzwerk mit Gensatz-Tokens liest Gene außerhalb aller Gensätze als eine Summe: Gegen alle gemessenen Gene sähe jeder Gensatz angereichert aus. Auch die Rangfolge umfasst dann nur diese Gene.</translation>
    </message>
    <message>
        <source>Ranking of the genes</source>
        <translation>Rangfolge der Gene</translation>
    </message>
    <message>
        <source>A network with pathway tokens gives genes of small or several pathways larger SHAP values before it has learnt anything. Divided by that share, the ranking shows what was learnt.</source>
        <translation>Ein Netzwerk mit Gensatz-Tokens gibt Genen kleiner oder mehrerer Gensätze größere SHAP-Werte, bevor es irgendetwas gelernt hat. Geteilt durch diesen Anteil zeigt die Rangfolge, was gelernt wurde.</translation>
    </message>
    <message>
        <source>The first of the ranking. With ten genes a single hit ranks high; 100 or more are steadier.</source>
        <translation>Die ersten der Rangfolge. Bei zehn Genen steht ein einzelner Treffer weit oben; ab 100 ist das Ergebnis stabiler.</translation>
    </message>
    <message>
        <source>Relat&amp;ive to an untrained network</source>
        <translation>&amp;Relativ zu untrainiertem Netzwerk</translation>
    </message>
    <message>
        <source>V&amp;alue</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>Bar plot</source>
        <translation>Balkendiagramm</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>Gewi&amp;cht</translation>
    </message>
    <message>
        <source>Power of the score in the running sum</source>
        <translation>Exponent des Werts in der laufenden Summe</translation>
    </message>
    <message>
        <source>Without effect here: %1.</source>
        <translation>Hier ohne Wirkung: %1.</translation>
    </message>
    <message>
        <source>Ranked by %1 of %2; the %3 top genes against %4 background genes. Read FDR at 5 %: the 25 % of the GSEA program holds for permuted samples, not for a given ranking.</source>
        <translation>Geordnet nach %1 von %2; die %3 obersten Gene gegen %4 Gene des Hintergrunds. Für die FDR gilt die Schwelle 5 %: Die 25 % des Programms GSEA gelten für permutierte Proben, nicht für eine gegebene Rangfolge.</translation>
    </message>
</context>
<context>
    <name>pathgan::EnrichmentBarPlot</name>
    <message>
        <source>%1/%2, adj. p &lt; %3</source>
        <translation>%1/%2, adj. p &lt; %3</translation>
    </message>
    <message>
        <source>%1/%2, adj. p = %3</source>
        <translation>%1/%2, adj. p = %3</translation>
    </message>
    <message>
        <source>Pathways over-represented among the top genes</source>
        <translation>Unter den obersten Genen überrepräsentierte Gensätze</translation>
    </message>
    <message>
        <source>Bar chart of enriched pathways.</source>
        <translation>Balkendiagramm angereicherter Gensätze.</translation>
    </message>
    <message numerus="yes">
        <source>Bar chart of the top %n pathway(s); first: %1 with %2 of %3 genes, adjusted p %4.</source>
        <translation>
            <numerusform>Balkendiagramm des obersten Gensatzes (%n): %1 mit %2 von %3 Genen, adjustiertes p %4.</numerusform>
            <numerusform>Balkendiagramm der obersten %n Gensätze; erster: %1 mit %2 von %3 Genen, adjustiertes p %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 measured genes</source>
        <translation>%1 gemessene Gene</translation>
    </message>
    <message>
        <source>%1 genes of the library</source>
        <translation>%1 Gene der Bibliothek</translation>
    </message>
    <message>
        <source>%1 given genes</source>
        <translation>%1 vorgegebene Gene</translation>
    </message>
    <message>
        <source>%1 genes, as a number only</source>
        <translation>%1 Gene, nur als Anzahl</translation>
    </message>
    <message>
        <source>as Enrichr: k(N − m − n + k) / max((m − k)(n − k), 1)</source>
        <translation>wie Enrichr: k(N − m − n + k) / max((m − k)(n − k), 1)</translation>
    </message>
    <message>
        <source>with 0.5 added to each cell (Haldane–Anscombe)</source>
        <translation>mit 0.5 zu jeder Zelle addiert (Haldane–Anscombe)</translation>
    </message>
    <message>
        <source>%1 of %2 genes asked for are in the background (%3). Library: %4.</source>
        <translation>%1 von %2 obersten Genen liegen im Hintergrund (%3). Bibliothek: %4.</translation>
    </message>
    <message>
        <source>Text: overlap / set size, Benjamini–Hochberg adjusted p. Odds ratio %1.</source>
        <translation>Text: Überlappung / Größe des Gensatzes, nach Benjamini–Hochberg adjustiertes p. Odds-Ratio %1.</translation>
    </message>
    <message>
        <source>&gt; %1 (complete overlap), %2</source>
        <translation>&gt; %1 (vollständige Überlappung), %2</translation>
    </message>
    <message>
        <source>combined score (−ln p × odds ratio)</source>
        <translation>Combined Score (−ln p × Odds-Ratio)</translation>
    </message>
    <message>
        <source>−log10(adjusted p)</source>
        <translation>−log10(adjustiertes p)</translation>
    </message>
    <message>
        <source>Grey bars: adjusted p above 0.05.</source>
        <translation>Graue Balken: adjustiertes p über 0.05.</translation>
    </message>
    <message>
        <source>%1
%2
combined score %3, odds ratio %4
%5</source>
        <translation>%1
%2
Combined Score %3, Odds-Ratio %4
%5</translation>
    </message>
    <message>
        <source>%1 genes that the network reads in pathways</source>
        <translation>%1 Gene, die das Netzwerk in Gensätzen liest</translation>
    </message>
    <message>
        <source>Top genes by %1.</source>
        <translation>Oberste Gene nach %1.</translation>
    </message>
    <message>
        <source>Top genes by %1 of %2.</source>
        <translation>Oberste Gene nach %1 von %2.</translation>
    </message>
</context>
<context>
    <name>pathgan::ErrorBar</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show what exactly went wrong</source>
        <translation>Zeigen, was genau schiefgegangen ist</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the message with its details</source>
        <translation>Meldung mit Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Alle schließen</translation>
    </message>
    <message>
        <source>Close all messages</source>
        <translation>Alle Meldungen schließen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2-mal)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::ExplainPanel</name>
    <message>
        <source>Number of genes shown</source>
        <translation>Anzahl der gezeigten Gene</translation>
    </message>
    <message>
        <source>Which pathways the top genes belong to</source>
        <translation>Zu welchen Gensätzen die obersten Gene gehören</translation>
    </message>
    <message>
        <source>SHAP values split a prediction into one contribution a gene: together with the base value they add up to the network&apos;s output.</source>
        <translation>SHAP-Werte zerlegen eine Vorhersage in einen Beitrag je Gen: Zusammen mit dem Basiswert ergeben sie die Ausgabe des Netzwerks.</translation>
    </message>
    <message>
        <source>Explain predictions</source>
        <translation>Vorhersagen erklären</translation>
    </message>
    <message>
        <source>Samples to explain</source>
        <translation>Zu erklärende Proben</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>Aus&amp;gabe</translation>
    </message>
    <message>
        <source>What is explained: the mean of all predicted fluxes, or one of them</source>
        <translation>Was erklärt wird: der Mittelwert aller vorhergesagten Flüsse oder einer davon</translation>
    </message>
    <message>
        <source>&amp;Draws</source>
        <translation>&amp;Ziehungen</translation>
    </message>
    <message>
        <source>For each sample</source>
        <translation>Je Probe</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>Hi&amp;ntergrund</translation>
    </message>
    <message>
        <source>Training samples the explanation is relative to</source>
        <translation>Trainingsproben, auf die sich die Erklärung bezieht</translation>
    </message>
    <message>
        <source>&amp;Genes</source>
        <translation>G&amp;ene</translation>
    </message>
    <message>
        <source>Sample of the bar plot</source>
        <translation>Probe des Balkendiagramms</translation>
    </message>
    <message>
        <source>Show the sum of the other genes</source>
        <translation>Summe der übrigen Gene zeigen</translation>
    </message>
    <message>
        <source>Sample of the force plot</source>
        <translation>Probe des Force-Plots</translation>
    </message>
    <message>
        <source>Genes by mean |SHAP value|</source>
        <translation>Gene nach mittlerem |SHAP-Wert|</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>Mean of all outputs</source>
        <translation>Mittelwert aller Ausgaben</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>Mean |SHAP value|</source>
        <translation>Mittlerer |SHAP-Wert|</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Sa&amp;mples</source>
        <translation>&amp;Proben</translation>
    </message>
    <message>
        <source>Ru&amp;le</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Sam&amp;ple</source>
        <translation>Pr&amp;obe</translation>
    </message>
    <message>
        <source>Sum of o&amp;ther genes</source>
        <translation>Summe der übr&amp;igen Gene</translation>
    </message>
    <message>
        <source>Bar plot</source>
        <translation>Balkendiagramm</translation>
    </message>
    <message>
        <source>Summary plot</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Force plot</source>
        <translation>Force-Plot</translation>
    </message>
    <message>
        <source>Go to Enrich</source>
        <translation>Zur Anreicherung</translation>
    </message>
    <message>
        <source>Random draws</source>
        <translation>Zufallsziehungen</translation>
    </message>
    <message>
        <source>Expected gradients, as shap.GradientExplainer</source>
        <translation>Expected Gradients, wie shap.GradientExplainer</translation>
    </message>
    <message>
        <source>Quadrature</source>
        <translation>Quadratur</translation>
    </message>
    <message>
        <source>All: mean |SHAP|</source>
        <translation>Alle: mittlerer |SHAP|</translation>
    </message>
    <message>
        <source>More draws, or the quadrature rule, come closer.</source>
        <translation>Mehr Ziehungen oder die Quadratur sind genauer.</translation>
    </message>
    <message>
        <source>Expected gradients over every background sample and a few nodes: no random error, slower</source>
        <translation>Expected Gradients über jede Hintergrundprobe und einige Stützstellen: kein Zufallsfehler, langsamer</translation>
    </message>
    <message>
        <source>&amp;Nodes</source>
        <translation>S&amp;tützstellen</translation>
    </message>
    <message>
        <source>Between a background sample and a sample; 0: as many as make the values add up, which takes longer</source>
        <translation>Zwischen einer Hintergrundprobe und einer Probe; 0: so viele, dass die Summe der Werte aufgeht, was länger dauert</translation>
    </message>
    <message>
        <source>Nothing selected: chosen as below. Several can be selected. A tick marks the samples that the result shown explains.</source>
        <translation>Ohne Auswahl: wie unten gewählt. Mehrere lassen sich auswählen. Ein Haken steht bei den Proben, die das gezeigte Ergebnis erklärt.</translation>
    </message>
    <message>
        <source>&amp;Choice</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Drawn at random, as below; the first ten for a network of the preset Paper, as in the paper</source>
        <translation>Zufällig gezogen, wie unten; die ersten zehn bei einem Netzwerk der Vorgabe „Publikation“, wie dort</translation>
    </message>
    <message>
        <source>At random, in proportion</source>
        <translation>Zufällig, anteilig</translation>
    </message>
    <message>
        <source>Each value of a clinical column has its share, so that no tissue speaks for all</source>
        <translation>Jeder Wert einer klinischen Spalte hat seinen Anteil, damit kein Gewebe für alle spricht</translation>
    </message>
    <message>
        <source>First ten</source>
        <translation>Die ersten zehn</translation>
    </message>
    <message>
        <source>As in the paper. Where a file is sorted, they are of one tissue</source>
        <translation>Wie in der Publikation. In einer sortierten Datei stammen sie aus einem einzigen Gewebe</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>Alle Proben</translation>
    </message>
    <message>
        <source>Takes longer the more samples there are</source>
        <translation>Dauert umso länger, je mehr Proben es sind</translation>
    </message>
    <message>
        <source>Which samples are explained</source>
        <translation>Welche Proben erklärt werden</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>Anzah&amp;l</translation>
    </message>
    <message>
        <source>How many samples are drawn; all where there are fewer</source>
        <translation>Zahl der gezogenen Proben; alle, wenn es weniger gibt</translation>
    </message>
    <message>
        <source>Shares b&amp;y</source>
        <translation>Anteile na&amp;ch</translation>
    </message>
    <message>
        <source>Clinical column whose values have their share: tissue or study, or the usual groups, unless you choose one</source>
        <translation>Klinische Spalte, deren Werte ihren Anteil haben: Gewebe oder Studie, sonst die üblichen Gruppen, wenn Sie keine wählen</translation>
    </message>
    <message>
        <source>Chosen for you</source>
        <translation>Automatisch gewählt</translation>
    </message>
    <message>
        <source>Explained in the result shown</source>
        <translation>Im gezeigten Ergebnis erklärt</translation>
    </message>
    <message>
        <source>%1, explained</source>
        <translation>%1, erklärt</translation>
    </message>
    <message>
        <source>Needs a trained network. Explains 50 samples drawn at random, each tissue with its share, unless you choose otherwise.</source>
        <translation>Braucht ein trainiertes Netzwerk. Erklärt 50 zufällig gezogene Proben, jedes Gewebe mit seinem Anteil, wenn Sie nichts anderes wählen.</translation>
    </message>
    <message>
        <source>Explained: %1, in %2; %3. Base value %4 (mean output of %5 background samples). The values of a sample miss its output by at most %6.</source>
        <translation>Erklärt: %1, in %2; %3. Basiswert %4 (mittlere Ausgabe von %5 Hintergrundproben). Die Werte einer Probe verfehlen ihre Ausgabe um höchstens %6.</translation>
    </message>
</context>
<context>
    <name>pathgan::ExportAll</name>
    <message>
        <source>Export all</source>
        <translation>Alles exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n file(s) of results already. Those of the same names are replaced.</source>
        <translation>
            <numerusform>%1 enthält schon %n Ergebnisdatei. Sie wird ersetzt, wenn eine neue denselben Namen hat.</numerusform>
            <numerusform>%1 enthält schon %n Ergebnisdateien. Die mit denselben Namen werden ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>pathgan::ExportAllDialog</name>
    <message>
        <source>Export all</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Writes every table, the network, the manifest, and the figures as the panels show them.</source>
        <translation>Schreibt alle Tabellen, das Netzwerk, das Manifest und die Abbildungen, wie die Bereiche sie zeigen.</translation>
    </message>
    <message>
        <source>&amp;SVG drawings</source>
        <translation>&amp;SVG-Zeichnungen</translation>
    </message>
    <message>
        <source>P&amp;NG images, 300 dpi</source>
        <translation>P&amp;NG-Bilder, 300 dpi</translation>
    </message>
    <message>
        <source>P&amp;DF documents</source>
        <translation>P&amp;DF-Dokumente</translation>
    </message>
    <message>
        <source>&amp;Outline what is selected</source>
        <translation>Ausgewähltes &amp;umranden</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>&amp;Ordner wählen …</translation>
    </message>
</context>
<context>
    <name>pathgan::ExportDialog</name>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Could not be saved: %1</source>
        <translation>Konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Te&amp;xts and axes</source>
        <translation>Te&amp;xte und Achsen</translation>
    </message>
</context>
<context>
    <name>pathgan::FigureForm</name>
    <message>
        <source>The figure&apos;s own size</source>
        <translation>Eigene Größe der Abbildung</translation>
    </message>
    <message>
        <source>Single column (85 mm)</source>
        <translation>Eine Spalte (85 mm)</translation>
    </message>
    <message>
        <source>Double column (175 mm)</source>
        <translation>Zwei Spalten (175 mm)</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>Folie 16:9</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG-Zeichnung</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>TIFF image (LZW)</source>
        <translation>TIFF-Bild (LZW)</translation>
    </message>
    <message>
        <source>CSV: the data</source>
        <translation>CSV: die Daten</translation>
    </message>
    <message>
        <source>Print: white, black text</source>
        <translation>Druck: weiß, Text schwarz</translation>
    </message>
    <message>
        <source>As on screen</source>
        <translation>Wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>The figure&apos;s own &amp;letters</source>
        <translation>&amp;Eigene Schrift der Abbildung</translation>
    </message>
    <message>
        <source>Text as &amp;paths</source>
        <translation>Text als &amp;Pfade</translation>
    </message>
    <message>
        <source>Looks the same where the font is missing; can no longer be edited as text</source>
        <translation>Sieht auch ohne die Schrift gleich aus; lässt sich nicht mehr als Text bearbeiten</translation>
    </message>
    <message>
        <source>The whole text is saved in a text file beside the figure</source>
        <translation>Der ganze Text wird in einer Textdatei neben der Abbildung gespeichert</translation>
    </message>
    <message>
        <source>&amp;Outline what is selected</source>
        <translation>&amp;Ausgewähltes umranden</translation>
    </message>
    <message>
        <source>&amp;Transparent background</source>
        <translation>&amp;Durchsichtiger Hintergrund</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>Fa&amp;rben</translation>
    </message>
    <message>
        <source>Fo&amp;nt</source>
        <translation>S&amp;chrift</translation>
    </message>
    <message>
        <source>Font si&amp;ze</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>Größe in Pixeln</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>pathgan::FigurePane</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Save the figure as PNG, SVG or PDF</source>
        <translation>Abbildung als PNG, SVG oder PDF speichern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the figure to the clipboard</source>
        <translation>Abbildung in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Save the numbers behind the figure</source>
        <translation>Zahlen hinter der Abbildung speichern</translation>
    </message>
    <message>
        <source>Save the figure&apos;s data</source>
        <translation>Daten der Abbildung speichern</translation>
    </message>
    <message>
        <source>Comma-separated (*.csv)</source>
        <translation>Kommagetrennt (*.csv)</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Show everything again (double click)</source>
        <translation>Wieder alles zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>States of the figure that Export all writes, too</source>
        <translation>Zustände der Abbildung, die „Alles exportieren“ mitschreibt</translation>
    </message>
</context>
<context>
    <name>pathgan::Figures</name>
    <message>
        <source>Chosen for the smallest p of all reactions: read the p adjusted over them.</source>
        <translation>Gewählt wegen des kleinsten p aller Reaktionen: Es gilt das über sie adjustierte p.</translation>
    </message>
    <message>
        <source>In TCGA this column mostly describes therapy given after the sample was taken: a difference shows who was selected for radiotherapy, not its effect.</source>
        <translation>In TCGA beschreibt diese Spalte meist eine Therapie nach der Probenentnahme: Ein Unterschied zeigt, wer für die Strahlentherapie ausgewählt wurde, nicht ihre Wirkung.</translation>
    </message>
    <message>
        <source>One group: %1.</source>
        <translation>Eine Gruppe: %1.</translation>
    </message>
    <message>
        <source>The groups are tied to %1 (%2): a difference may be one of %1.</source>
        <translation>Die Gruppen hängen mit %1 zusammen (%2): Ein Unterschied kann auf %1 beruhen.</translation>
    </message>
</context>
<context>
    <name>pathgan::FluxDistributionPlot</name>
    <message>
        <source>Maximum attainable flux</source>
        <translation>Maximal erreichbarer Fluss</translation>
    </message>
    <message>
        <source>Flux</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Flux over the samples</source>
        <translation>Fluss über die Proben</translation>
    </message>
    <message>
        <source>%1 over the samples: %2</source>
        <translation>%1 über die Proben: %2</translation>
    </message>
    <message>
        <source>Sorted fluxes and their histogram.</source>
        <translation>Sortierte Flüsse und ihr Histogramm.</translation>
    </message>
    <message numerus="yes">
        <source>Sorted fluxes of %n sample(s) and their histogram, from %1 to %2 mmol/gDW/h.</source>
        <translation>
            <numerusform>Sortierte Flüsse von %n Probe und ihr Histogramm, von %1 bis %2 mmol/gDW/h.</numerusform>
            <numerusform>Sortierte Flüsse von %n Proben und ihr Histogramm, von %1 bis %2 mmol/gDW/h.</numerusform>
        </translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>wild type: %1</source>
        <translation>Wildtyp: %1</translation>
    </message>
    <message>
        <source>samples, sorted</source>
        <translation>Proben, sortiert</translation>
    </message>
    <message>
        <source>%1 (mmol/gDW/h)</source>
        <translation>%1 (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Anzahl</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s).</source>
        <translation>
            <numerusform>%n Probe.</numerusform>
            <numerusform>%n Proben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n without a solution left out.</source>
        <translation>
            <numerusform> %n ohne Lösung ausgelassen.</numerusform>
            <numerusform> %n ohne Lösung ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source> Wild type: the model without bounds from expression.</source>
        <translation> Wildtyp: das Modell ohne Schranken aus der Expression.</translation>
    </message>
    <message>
        <source> Constant: the same in every sample, but for a solver&apos;s noise.</source>
        <translation> Konstant: in jeder Probe gleich, bis auf das Rauschen eines Lösers.</translation>
    </message>
    <message>
        <source>Logarithmic axis, on which 0 has its place.</source>
        <translation>Logarithmische Achse, auf der auch 0 ihren Platz hat.</translation>
    </message>
</context>
<context>
    <name>pathgan::FluxHeatMap</name>
    <message>
        <source>Fluxes of the cohort</source>
        <translation>Flüsse der Kohorte</translation>
    </message>
    <message>
        <source>Heat map of samples and reactions.</source>
        <translation>Heatmap von Proben und Reaktionen.</translation>
    </message>
    <message>
        <source>Heat map of %1 samples and %2 reactions, standardised by reaction.</source>
        <translation>Heatmap von %1 Proben und %2 Reaktionen, je Reaktion standardisiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), by first principal component</source>
        <translation>
            <numerusform>%n Probe, nach erster Hauptkomponente</numerusform>
            <numerusform>%n Proben, nach erster Hauptkomponente</numerusform>
        </translation>
    </message>
    <message>
        <source>z-score</source>
        <translation>z-Wert</translation>
    </message>
    <message numerus="yes">
        <source>%n constant reaction(s)</source>
        <translation>
            <numerusform>%n konstante Reaktion</numerusform>
            <numerusform>%n konstante Reaktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing value(s)</source>
        <translation>
            <numerusform>%n fehlender Wert</numerusform>
            <numerusform>%n fehlende Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>missing: no solution</source>
        <translation>fehlt: keine Lösung</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht angegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), clustered</source>
        <translation>
            <numerusform>%n Probe, geclustert</numerusform>
            <numerusform>%n Proben, geclustert</numerusform>
        </translation>
    </message>
    <message>
        <source>z-score by reaction of log10(max(flux, 0.001 mmol/gDW/h)). White: the reaction&apos;s mean.</source>
        <translation>z-Wert je Reaktion von log10(max(Fluss, 0.001 mmol/gDW/h)). Weiß: Mittel der Reaktion.</translation>
    </message>
    <message>
        <source>Samples and reactions by hierarchical clustering: Euclidean distance, Ward&apos;s linkage.</source>
        <translation>Proben und Reaktionen nach hierarchischem Clustern: euklidischer Abstand, Verfahren von Ward.</translation>
    </message>
    <message>
        <source>Samples and reactions by hierarchical clustering: Euclidean distance, average linkage.</source>
        <translation>Proben und Reaktionen nach hierarchischem Clustern: euklidischer Abstand, mittlere Verknüpfung.</translation>
    </message>
    <message>
        <source>Samples from top to bottom by their score on the first principal component.</source>
        <translation>Proben von oben nach unten nach ihrem Wert auf der ersten Hauptkomponente.</translation>
    </message>
    <message>
        <source>More than %1 are not clustered.</source>
        <translation>Mehr als %1 werden nicht geclustert.</translation>
    </message>
</context>
<context>
    <name>pathgan::FluxPanel</name>
    <message>
        <source>Expression sets how much each reaction can carry; the model then says what flux is possible in every sample.</source>
        <translation>Die Expression bestimmt, wie viel jede Reaktion tragen kann; das Modell sagt dann, welcher Fluss in jeder Probe möglich ist.</translation>
    </message>
    <message>
        <source>Compute fluxes</source>
        <translation>Flüsse berechnen</translation>
    </message>
    <message>
        <source>E-Flux</source>
        <translation>E-Flux</translation>
    </message>
    <message>
        <source>A reaction&apos;s capacity follows its genes&apos; expression relative to the cohort&apos;s maximum</source>
        <translation>Die Kapazität einer Reaktion folgt der Expression ihrer Gene im Verhältnis zum Maximum der Kohorte</translation>
    </message>
    <message>
        <source>Paper&apos;s formula</source>
        <translation>Formel der Publikation</translation>
    </message>
    <message>
        <source>UB = 1000 (1 + average/100): widens bounds that do not bind, so all samples come out the same</source>
        <translation>UB = 1000 (1 + Mittelwert/100): erweitert Schranken, die nicht binden; alle Proben liefern daher dasselbe</translation>
    </message>
    <message>
        <source>How expression becomes bounds of reactions</source>
        <translation>Wie aus Expression Schranken der Reaktionen werden</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Maximum attainable flux</source>
        <translation>Maximal erreichbarer Fluss</translation>
    </message>
    <message>
        <source>Capacity of each reaction at 90 % of the growth: unique</source>
        <translation>Kapazität jeder Reaktion bei 90&#xa0;% des Wachstums: eindeutig</translation>
    </message>
    <message>
        <source>Flux, perturbed pFBA</source>
        <translation>Fluss, perturbierte pFBA</translation>
    </message>
    <message>
        <source>One consistent flux vector: unique</source>
        <translation>Ein in sich stimmiger Flussvektor: eindeutig</translation>
    </message>
    <message>
        <source>Flux, plain FBA</source>
        <translation>Fluss, einfache FBA</translation>
    </message>
    <message>
        <source>One optimal vertex of many: depends on the solver</source>
        <translation>Eine optimale Lösung von vielen: hängt vom Löser ab</translation>
    </message>
    <message>
        <source>&amp;Medium</source>
        <translation>&amp;Medium</translation>
    </message>
    <message>
        <source>Physiological</source>
        <translation>Physiologisch</translation>
    </message>
    <message>
        <source>Only a list of nutrients may enter, at the model&apos;s own limits</source>
        <translation>Nur eine Liste von Nährstoffen wird aufgenommen, in den Grenzen des Modells</translation>
    </message>
    <message>
        <source>As distributed</source>
        <translation>Wie ausgeliefert</translation>
    </message>
    <message>
        <source>Bounds as in the file; in Recon3D every exchange is open</source>
        <translation>Schranken wie in der Datei; in Recon3D ist jeder Austausch offen</translation>
    </message>
    <message>
        <source>Core glutathione</source>
        <translation>Glutathion-Kern</translation>
    </message>
    <message>
        <source>Reactions with glutathione, except exchange and transport (31 in Recon3D)</source>
        <translation>Reaktionen mit Glutathion, ohne Austausch und Transport (31 in Recon3D)</translation>
    </message>
    <message>
        <source>All with glutathione</source>
        <translation>Alle mit Glutathion</translation>
    </message>
    <message>
        <source>Those listed below</source>
        <translation>Die unten genannten</translation>
    </message>
    <message>
        <source>GTHO1 GTHPi …</source>
        <translation>GTHO1 GTHPi …</translation>
    </message>
    <message>
        <source>Reaction ids, separated by blanks or commas</source>
        <translation>Reaktions-IDs, getrennt durch Leerzeichen oder Kommas</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Isoen&amp;zymes (or)</source>
        <translation>Isoen&amp;zyme (or)</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>&amp;Objective</source>
        <translation>Ziel&amp;funktion</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>Reaction id to be maximised</source>
        <translation>ID der zu maximierenden Reaktion</translation>
    </message>
    <message>
        <source>&amp;Growth kept</source>
        <translation>Rest&amp;wachstum</translation>
    </message>
    <message>
        <source>Share of the maximal growth that a capacity must leave</source>
        <translation>Anteil des maximalen Wachstums, den eine Kapazität übrig lassen muss</translation>
    </message>
    <message>
        <source>E-Flux &amp;scale</source>
        <translation>E-Flux-&amp;Skala</translation>
    </message>
    <message>
        <source>log2(x+1) instead of the linear scale</source>
        <translation>log2(x+1) statt der linearen Skala</translation>
    </message>
    <message>
        <source>Paper: &amp;key set</source>
        <translation>Publ.: Rea&amp;ktionen</translation>
    </message>
    <message>
        <source>by metabolite</source>
        <translation>nach Metabolit</translation>
    </message>
    <message>
        <source>by subsystem</source>
        <translation>nach Subsystem</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>nach Name</translation>
    </message>
    <message>
        <source>core</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>Paper: &amp;average</source>
        <translation>Publ.: M&amp;ittelwert</translation>
    </message>
    <message>
        <source>selected genes</source>
        <translation>ausgewählte Gene</translation>
    </message>
    <message>
        <source>genes of the rule</source>
        <translation>Gene der Regel</translation>
    </message>
    <message>
        <source>glutathione genes</source>
        <translation>Glutathion-Gene</translation>
    </message>
    <message>
        <source>Fluxes</source>
        <translation>Flüsse</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) of the cohort; the filter is in the Data panel.</source>
        <translation>
            <numerusform>%n Probe der Kohorte; der Filter steht im Bereich „Daten“.</numerusform>
            <numerusform>%n Proben der Kohorte; der Filter steht im Bereich „Daten“.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;All targets are the same for every sample.&lt;/b&gt; Training would learn nothing; choose E-Flux as the expression rule.</source>
        <translation>&lt;b&gt;Alle Zielwerte sind bei jeder Probe gleich.&lt;/b&gt; Das Training würde nichts lernen; bitte E-Flux als Expressionsregel wählen.</translation>
    </message>
    <message>
        <source>%1 of %2 samples solved</source>
        <translation>%1 von %2 Proben gelöst</translation>
    </message>
    <message>
        <source> (stopped early: the others are left out)</source>
        <translation> (vorzeitig beendet: die anderen sind ausgelassen)</translation>
    </message>
    <message>
        <source>; %1 of %2 model genes measured; expression sets the bounds of %3 reactions</source>
        <translation>; %1 von %2 Modellgenen gemessen; die Expression setzt die Schranken von %3 Reaktionen</translation>
    </message>
    <message>
        <source>; growth without expression bounds %1 1/h</source>
        <translation>; Wachstum ohne Expressionsschranken %1 1/h</translation>
    </message>
    <message>
        <source>Flux</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>E&amp;xpression rule</source>
        <translation>Expressions&amp;regel</translation>
    </message>
    <message>
        <source>Reac&amp;tions</source>
        <translation>R&amp;eaktionen</translation>
    </message>
    <message>
        <source>L&amp;ist</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>E-Flux f&amp;loor</source>
        <translation>E-Flux-Mi&amp;nimum</translation>
    </message>
    <message>
        <source>S&amp;cores on the log scale</source>
        <translation>Werte auf der Log-S&amp;kala</translation>
    </message>
    <message>
        <source>Reactio&amp;n</source>
        <translation>Reak&amp;tion</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>One reaction</source>
        <translation>Eine Reaktion</translation>
    </message>
    <message>
        <source>%1 of %2 reactions vary between samples, in about %3 independent directions.</source>
        <translation>%1 von %2 Reaktionen unterscheiden sich zwischen den Proben, in etwa %3 unabhängigen Richtungen.</translation>
    </message>
    <message>
        <source>Maximum and minimum</source>
        <translation>Größter und kleinster Fluss</translation>
    </message>
    <message>
        <source>The least flux that the growth needs beside the capacity: both unique</source>
        <translation>Zur Kapazität auch der kleinste Fluss, den das Wachstum braucht: beide eindeutig</translation>
    </message>
    <message>
        <source>Scores relat&amp;ive to</source>
        <translation>Werte &amp;im Verhältnis zu</translation>
    </message>
    <message>
        <source>the reaction&apos;s largest</source>
        <translation>dem größten der Reaktion</translation>
    </message>
    <message>
        <source>A reaction&apos;s largest score in the cohort is its full capacity</source>
        <translation>Der größte Wert einer Reaktion in der Kohorte steht für ihre volle Kapazität</translation>
    </message>
    <message>
        <source>the network&apos;s largest</source>
        <translation>dem größten des Modells</translation>
    </message>
    <message>
        <source>The largest score of all reactions is full capacity; the others have less</source>
        <translation>Der größte Wert aller Reaktionen steht für die volle Kapazität; die anderen haben weniger</translation>
    </message>
    <message>
        <source>Status of the values</source>
        <translation>Status der Werte</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Of %1 values %2 are at a bound of their own reaction, %3 belong to blocked reactions</source>
        <translation>Von %1 Werten liegen %2 an einer Schranke ihrer eigenen Reaktion, %3 gehören zu blockierten Reaktionen</translation>
    </message>
    <message>
        <source>, &lt;b&gt;%1 are not unique&lt;/b&gt;: another solver may find others</source>
        <translation>, &lt;b&gt;%1 sind nicht eindeutig&lt;/b&gt;: Ein anderer Löser kann andere finden</translation>
    </message>
    <message>
        <source>; all are unique</source>
        <translation>; alle sind eindeutig</translation>
    </message>
    <message>
        <source>Go on &amp;with too few genes</source>
        <translation>&amp;Weiter mit zu wenigen Genen</translation>
    </message>
    <message>
        <source>Steps are refused where two inputs share less than a twentieth of their genes; ticked, they go on with what is there. For every step.</source>
        <translation>Schritte werden abgelehnt, wenn zwei Eingaben weniger als ein Zwanzigstel ihrer Gene gemeinsam haben; angekreuzt laufen sie mit dem, was da ist. Gilt für jeden Schritt.</translation>
    </message>
    <message>
        <source>Only %1 of %2 genes of the model are in the expression matrix: %3 of %4 reactions with a gene rule follow expression, the others keep the model&apos;s bounds.</source>
        <translation>Nur %1 von %2 Genen des Modells stehen in der Expressionsmatrix: %3 von %4 Reaktionen mit Genregel folgen der Expression, die anderen behalten die Schranken des Modells.</translation>
    </message>
    <message>
        <source>Less than a twentieth: computing is refused unless “Go on with too few genes” is ticked.</source>
        <translation>Weniger als ein Zwanzigstel: Die Berechnung wird abgelehnt, solange „Weiter mit zu wenigen Genen“ nicht angekreuzt ist.</translation>
    </message>
    <message>
        <source>Growth of up to %1 1/h.</source>
        <translation>Wachstum bis zu %1 1/h.</translation>
    </message>
    <message>
        <source>Clustered (Ward)</source>
        <translation>Geclustert (Ward)</translation>
    </message>
    <message>
        <source>Clustered (average)</source>
        <translation>Geclustert (Mittel)</translation>
    </message>
    <message>
        <source>Principal component</source>
        <translation>Hauptkomponente</translation>
    </message>
    <message>
        <source>Order of samples and reactions</source>
        <translation>Reihenfolge der Proben und Reaktionen</translation>
    </message>
    <message>
        <source>Or&amp;der</source>
        <translation>Reihenf&amp;olge</translation>
    </message>
    <message>
        <source>Clinical columns in colours beside the samples</source>
        <translation>Klinische Spalten als Farben neben den Proben</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>Streifen</translation>
    </message>
    <message>
        <source>Cohort and usual groups</source>
        <translation>Kohorte und übliche Gruppen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>One linear program for each sample and reaction. You can pause, or stop and keep the samples finished so far. After a cancellation the next run goes on with them.</source>
        <translation>Ein lineares Programm je Probe und Reaktion. Man kann anhalten oder beenden und die fertigen Proben behalten. Nach einem Abbruch macht der nächste Lauf mit ihnen weiter.</translation>
    </message>
</context>
<context>
    <name>pathgan::FoldingSettings</name>
    <message>
        <source>Fold the settings away</source>
        <translation>Einstellungen einklappen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>pathgan::GeneratePage</name>
    <message>
        <source>Generate profiles</source>
        <translation>Profile erzeugen</translation>
    </message>
    <message>
        <source>Real and generated by reaction</source>
        <translation>Echt und erzeugt nach Reaktion</translation>
    </message>
    <message>
        <source>Generated profiles</source>
        <translation>Erzeugte Profile</translation>
    </message>
    <message>
        <source>How many are generated</source>
        <translation>Wie viele erzeugt werden</translation>
    </message>
    <message>
        <source>E&amp;xpression</source>
        <translation>E&amp;xpression</translation>
    </message>
    <message>
        <source>Of real samples</source>
        <translation>Von echten Proben</translation>
    </message>
    <message>
        <source>Each profile is of a sample drawn with replacement</source>
        <translation>Jedes Profil gehört zu einer mit Zurücklegen gezogenen Probe</translation>
    </message>
    <message>
        <source>From noise</source>
        <translation>Aus Rauschen</translation>
    </message>
    <message>
        <source>Drawn from a normal distribution with means and covariances of the samples</source>
        <translation>Gezogen aus einer Normalverteilung mit Mittelwerten und Kovarianzen der Proben</translation>
    </message>
    <message>
        <source>What the profiles are conditioned on</source>
        <translation>Aus welcher Expression die Profile entstehen</translation>
    </message>
    <message>
        <source>Colum&amp;n</source>
        <translation>S&amp;palte</translation>
    </message>
    <message>
        <source>Clinical column of the group; the profiles are conditioned on its samples</source>
        <translation>Klinische Spalte der Gruppe, aus deren Proben die Profile entstehen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>G&amp;ruppe</translation>
    </message>
    <message>
        <source>Value of that column, with its samples</source>
        <translation>Wert dieser Spalte, mit seinen Proben</translation>
    </message>
    <message>
        <source>in place of a group</source>
        <translation>statt einer Gruppe</translation>
    </message>
    <message>
        <source>Na&amp;mes</source>
        <translation>Na&amp;men</translation>
    </message>
    <message>
        <source>Samples, separated by commas</source>
        <translation>Proben, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>k of density and coverage</source>
        <translation>k von Dichte und Abdeckung</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Star&amp;twert</translation>
    </message>
    <message>
        <source>The same seed gives the same profiles</source>
        <translation>Derselbe Startwert gibt dieselben Profile</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>all samples</source>
        <translation>alle Proben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Real mean (mmol/gDW/h)</source>
        <translation>Mittelwert echt (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Generated mean (mmol/gDW/h)</source>
        <translation>Mittelwert erzeugt (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Real SD (mmol/gDW/h)</source>
        <translation>SD echt (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Generated SD (mmol/gDW/h)</source>
        <translation>SD erzeugt (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Wasserstein-1 (mmol/gDW/h)</source>
        <translation>Wasserstein-1 (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Wasserstein-1 (real SD)</source>
        <translation>Wasserstein-1 (echte SD)</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Real in generated range, share</source>
        <translation>Echte im erzeugten Bereich, Anteil</translation>
    </message>
    <message>
        <source>Moved by noise (real SD)</source>
        <translation>Durch Rauschen bewegt (echte SD)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Expression of</source>
        <translation>Expression von</translation>
    </message>
    <message>
        <source>Critic score</source>
        <translation>Wert des Kritikers</translation>
    </message>
    <message>
        <source>Nearest real sample</source>
        <translation>Nächste echte Probe</translation>
    </message>
    <message>
        <source>Distance (SD)</source>
        <translation>Abstand (SD)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Above the wild type</source>
        <translation>Über dem Wildtyp</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Unerreichbar</translation>
    </message>
    <message>
        <source>Distance to a flux vector, share</source>
        <translation>Abstand zu einem Flussvektor, Anteil</translation>
    </message>
    <message>
        <source>Generates synthetic flux profiles: the network turns the expression of the chosen samples, or expression drawn from noise, into fluxes, which stand here beside the real ones. They are the network&apos;s, no measurements.</source>
        <translation>Erzeugt synthetische Flussprofile: Das Netzwerk macht aus der Expression der gewählten Proben, oder aus Expression, die aus Rauschen gezogen wird, Flüsse, die hier neben den echten stehen. Sie stammen vom Netzwerk und sind keine Messungen.</translation>
    </message>
    <message>
        <source>Generating… Progress is shown at the bottom of the window.</source>
        <translation>Profile werden erzeugt … Der Fortschritt wird unten im Fenster angezeigt.</translation>
    </message>
    <message>
        <source>What the network makes of the expression of real samples: no measurements.</source>
        <translation>Was das Netzwerk aus der Expression echter Proben macht: keine Messungen.</translation>
    </message>
    <message>
        <source>What the network makes of expression drawn from a normal distribution with the samples&apos; means and covariances, kept within the range of each gene: no measurements, and no tumour had this expression.</source>
        <translation>Was das Netzwerk aus Expression macht, die aus einer Normalverteilung mit Mittelwerten und Kovarianzen der Proben gezogen und im Wertebereich jedes Gens gehalten ist: keine Messungen, und kein Tumor hatte diese Expression.</translation>
    </message>
    <message>
        <source>%1 profiles, %2 of them different, from %3 samples.</source>
        <translation>%1 Profile, davon %2 verschiedene, aus %3 Proben.</translation>
    </message>
    <message>
        <source>The network&apos;s %1 noise inputs move a flux by %2 real standard deviations (root mean square, mean over the reactions).</source>
        <translation>Die %1 Rauscheingänge des Netzwerks bewegen einen Fluss um %2 echte Standardabweichungen (quadratisches Mittel, gemittelt über die Reaktionen).</translation>
    </message>
    <message>
        <source>This network has no noise inputs: its fluxes are a function of expression alone.</source>
        <translation>Dieses Netzwerk hat keine Rauscheingänge: Seine Flüsse sind eine Funktion der Expression allein.</translation>
    </message>
    <message>
        <source>More variety comes from expression drawn from noise, or from a network trained with noise inputs.</source>
        <translation>Mehr Vielfalt ergibt Expression aus Rauschen oder ein Netzwerk, das mit Rauscheingängen trainiert ist.</translation>
    </message>
    <message>
        <source>Coverage %1 (%2 where both had one distribution), density %3 (Naeem et al. 2020, k = %4); Wasserstein-1 of the median reaction: %5 real standard deviations.</source>
        <translation>Abdeckung %1 (%2, wenn beide dieselbe Verteilung hätten), Dichte %3 (Naeem et al. 2020, k = %4); Wasserstein-1 der medianen Reaktion: %5 echte Standardabweichungen.</translation>
    </message>
    <message>
        <source>%1 of them copy a real profile: nearer than 1 % of the %2 standard deviations that lie between a real profile and the nearest other.</source>
        <translation>%1 davon sind Kopien eines echten Profils: näher als 1 % der %2 Standardabweichungen, die zwischen einem echten Profil und dem nächsten anderen liegen.</translation>
    </message>
    <message>
        <source>Median distance to the nearest flux vector of the model in its medium: %1 of the profile&apos;s own size.</source>
        <translation>Median des Abstands zum nächsten Flussvektor des Modells in seinem Medium: %1 der eigenen Größe des Profils.</translation>
    </message>
    <message>
        <source>Whether they are feasible is not known: that needs the metabolic model.</source>
        <translation>Ob sie zulässig sind, ist nicht bekannt: Dazu braucht es das Stoffwechselmodell.</translation>
    </message>
    <message>
        <source>%1 profiles hold a flux that no flux vector of the model reaches in its medium.</source>
        <translation>%1 Profile enthalten einen Fluss, den kein Flussvektor des Modells in seinem Medium erreicht.</translation>
    </message>
    <message>
        <source>This network has no critic: none was trained, or an earlier version of the program saved it.</source>
        <translation>Dieses Netzwerk hat keinen Kritiker: Es wurde keiner trainiert, oder eine frühere Version des Programms hat es gespeichert.</translation>
    </message>
    <message>
        <source>Mean score of the critic (no unit; higher: more like real): %1 generated, %2 real.</source>
        <translation>Mittlerer Wert des Kritikers (ohne Einheit; höher: echter): %1 erzeugt, %2 echt.</translation>
    </message>
    <message>
        <source>This critic scores a profile by those beside it.</source>
        <translation>Dieser Kritiker bewertet ein Profil im Vergleich mit denen daneben.</translation>
    </message>
    <message>
        <source>Prof&amp;iles</source>
        <translation>Pro&amp;file</translation>
    </message>
    <message>
        <source>Neigh&amp;bours</source>
        <translation>&amp;Nachbarn</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>It was trained against the pathway network alone, never against a bottleneck head.</source>
        <translation>Er wurde nur gegen das Gensatz-Netzwerk trainiert, nie gegen einen Engpass-Kopf.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
</context>
<context>
    <name>pathgan::GeneratedPlot</name>
    <message>
        <source>Maximum attainable flux</source>
        <translation>Maximal erreichbarer Fluss</translation>
    </message>
    <message>
        <source>Flux</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Real and generated profiles</source>
        <translation>Echte und erzeugte Profile</translation>
    </message>
    <message>
        <source>%1 in real and generated profiles: %2</source>
        <translation>%1 in echten und erzeugten Profilen: %2</translation>
    </message>
    <message>
        <source>Histograms and distribution functions of one reaction in real and generated profiles.</source>
        <translation>Histogramme und Verteilungsfunktionen einer Reaktion in echten und erzeugten Profilen.</translation>
    </message>
    <message>
        <source>Histograms and distribution functions of %1 generated and %2 real profiles; Wasserstein-1 distance %3 mmol/gDW/h.</source>
        <translation>Histogramme und Verteilungsfunktionen von %1 erzeugten und %2 echten Profilen; Wasserstein-1-Abstand %3 mmol/gDW/h.</translation>
    </message>
    <message>
        <source>%1 (mmol/gDW/h)</source>
        <translation>%1 (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>share of the profiles</source>
        <translation>Anteil der Profile</translation>
    </message>
    <message>
        <source>share at most this large</source>
        <translation>Anteil bis zu diesem Wert</translation>
    </message>
    <message>
        <source>Wasserstein-1 distance, the area between the curves at the right: %1 mmol/gDW/h; on the scale trained on %2 real standard deviations. Coverage (Naeem et al. 2020, k = %3): %4.</source>
        <translation>Wasserstein-1-Abstand, die Fläche zwischen den Kurven rechts: %1 mmol/gDW/h; auf der trainierten Skala %2 echte Standardabweichungen. Abdeckung (Naeem et al. 2020, k = %3): %4.</translation>
    </message>
    <message>
        <source>Generated profiles are the network&apos;s, conditioned on expression; they are no measurements.</source>
        <translation>Erzeugte Profile stammen vom Netzwerk, aus Expression; sie sind keine Messungen.</translation>
    </message>
    <message>
        <source>real: %1 computed profiles</source>
        <translation>echt: %1 berechnete Profile</translation>
    </message>
    <message>
        <source>generated: %1 profiles of the network</source>
        <translation>erzeugt: %1 Profile des Netzwerks</translation>
    </message>
    <message>
        <source>up to %1 mmol/gDW/h: %2 % of the real, %3 % of the generated</source>
        <translation>bis %1 mmol/gDW/h: %2 % der echten, %3 % der erzeugten</translation>
    </message>
</context>
<context>
    <name>pathgan::GroupBoxPlot</name>
    <message>
        <source> adj.</source>
        <translation> adj.</translation>
    </message>
    <message>
        <source>Groups compared</source>
        <translation>Gruppen im Vergleich</translation>
    </message>
    <message>
        <source>mean over the reactions</source>
        <translation>Mittel über die Reaktionen</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>%1 (%2) by %3</source>
        <translation>%1 (%2) nach %3</translation>
    </message>
    <message>
        <source>Box plot of groups.</source>
        <translation>Boxplot der Gruppen.</translation>
    </message>
    <message>
        <source>%1: n = %2, median %3</source>
        <translation>%1: n = %2, Median %3</translation>
    </message>
    <message>
        <source>Box plot. %1. %2</source>
        <translation>Boxplot. %1. %2</translation>
    </message>
    <message>
        <source>No test: fewer than two reported groups with at least two values.</source>
        <translation>Kein Test: weniger als zwei angegebene Gruppen mit mindestens zwei Werten.</translation>
    </message>
    <message>
        <source>Not testable: constant. All values are equal to 1e-9 of their size, or to 1e-9.</source>
        <translation>Nicht testbar: konstant. Alle Werte sind bis auf 1e-9 ihrer Größe oder bis auf 1e-9 gleich.</translation>
    </message>
    <message>
        <source>Not testable: no variation within the groups.</source>
        <translation>Nicht testbar: innerhalb der Gruppen variiert nichts.</translation>
    </message>
    <message>
        <source>%1 = %2, p %3</source>
        <translation>%1 = %2, p %3</translation>
    </message>
    <message>
        <source>; Cliff&apos;s δ = %1</source>
        <translation>; Cliffs δ = %1</translation>
    </message>
    <message numerus="yes">
        <source>p adjusted over the %n reaction(s) tested %1 (%2).</source>
        <translation>
            <numerusform>Über die %n getestete Reaktion adjustiertes p %1 (%2).</numerusform>
            <numerusform>Über die %n getesteten Reaktionen adjustiertes p %1 (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Pairs: %1, adjusted over the pairs: %2; brackets: adjusted p ≤ 0.05, at most %3.</source>
        <translation>Paare: %1, adjustiert über die Paare: %2; Klammern: adjustiertes p ≤ 0.05, höchstens %3.</translation>
    </message>
    <message>
        <source>Box: quartiles and median; whiskers: data within 1.5 IQR; points: samples. Not reported: shown, not tested. ns p &gt; 0.05, * ≤ 0.05, ** ≤ 0.01, *** ≤ 0.001, **** ≤ 0.0001.</source>
        <translation>Box: Quartile und Median; Whisker: Daten innerhalb von 1.5 IQR; Punkte: Proben. Nicht angegeben (k.&#xa0;A.): gezeigt, nicht getestet. ns p &gt; 0.05, * ≤ 0.05, ** ≤ 0.01, *** ≤ 0.001, **** ≤ 0.0001.</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>k.&#xa0;A.</translation>
    </message>
    <message>
        <source>mean flux</source>
        <translation>mittlerer Fluss</translation>
    </message>
    <message>
        <source>%1, n = %2
median %3, quartiles %4 – %5</source>
        <translation>%1, n = %2
Median %3, Quartile %4 – %5</translation>
    </message>
    <message>
        <source>Logarithmic axis, on which 0 has its place.</source>
        <translation>Logarithmische Achse, auf der auch 0 ihren Platz hat.</translation>
    </message>
</context>
<context>
    <name>pathgan::GroupsPanel</name>
    <message>
        <source>Is the flux of one group of tumours different from that of another?</source>
        <translation>Unterscheidet sich der Fluss einer Gruppe von Tumoren von dem einer anderen?</translation>
    </message>
    <message>
        <source>Compare groups</source>
        <translation>Gruppen vergleichen</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>&amp;Spalte</translation>
    </message>
    <message>
        <source>Clinical column whose values are the groups</source>
        <translation>Klinische Spalte, deren Werte die Gruppen sind</translation>
    </message>
    <message>
        <source>Samples by group</source>
        <translation>Proben je Gruppe</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Again &amp;within</source>
        <translation>Erneut &amp;innerhalb von</translation>
    </message>
    <message>
        <source>Repeats the test inside each value of this column, e.g. inside each tumour type</source>
        <translation>Wiederholt den Test innerhalb jedes Werts dieser Spalte, z.&#xa0;B. innerhalb jedes Tumortyps</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Box plots</source>
        <translation>Boxplots</translation>
    </message>
    <message>
        <source>Every reaction</source>
        <translation>Jede Reaktion</translation>
    </message>
    <message>
        <source>The same test within each group</source>
        <translation>Derselbe Test innerhalb jeder Gruppe</translation>
    </message>
    <message>
        <source>Nothing to repeat: no column is tied to the groups, or no part has two groups.</source>
        <translation>Nichts zu wiederholen: Keine Spalte hängt mit den Gruppen zusammen, oder kein Teil enthält zwei Gruppen.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>Needs fluxes and a clinical table. radiation_therapy is chosen where it is there.</source>
        <translation>Braucht Flüsse und eine klinische Tabelle. radiation_therapy ist vorgewählt, wenn vorhanden.</translation>
    </message>
    <message>
        <source>Chosen for you</source>
        <translation>Automatisch gewählt</translation>
    </message>
    <message>
        <source>In TCGA this column mostly describes therapy given after the sample was taken: a difference shows who was selected for radiotherapy, not its effect.</source>
        <translation>In TCGA beschreibt diese Spalte meist eine Therapie nach der Probenentnahme: Ein Unterschied zeigt, wer für die Strahlentherapie ausgewählt wurde, nicht ihre Wirkung.</translation>
    </message>
    <message>
        <source>Within %1</source>
        <translation>Innerhalb von %1</translation>
    </message>
    <message>
        <source>Mean of all reactions</source>
        <translation>Mittel aller Reaktionen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Reac&amp;tion</source>
        <translation>&amp;Reaktion</translation>
    </message>
    <message>
        <source>Te&amp;st</source>
        <translation>T&amp;est</translation>
    </message>
    <message>
        <source>Mann–Whitney U for two groups; Kruskal–Wallis with Dunn&apos;s pairs for more</source>
        <translation>Mann–Whitney-U bei zwei Gruppen; Kruskal–Wallis mit Dunns Paaren bei mehr</translation>
    </message>
    <message>
        <source>Mann–Whitney U</source>
        <translation>Mann–Whitney-U</translation>
    </message>
    <message>
        <source>By ranks; Kruskal–Wallis over all groups</source>
        <translation>Nach Rängen; Kruskal–Wallis über alle Gruppen</translation>
    </message>
    <message>
        <source>Kruskal–Wallis</source>
        <translation>Kruskal–Wallis</translation>
    </message>
    <message>
        <source>By ranks; Dunn&apos;s test for pairs</source>
        <translation>Nach Rängen; Dunns Test für Paare</translation>
    </message>
    <message>
        <source>Welch&apos;s t</source>
        <translation>Welchs t</translation>
    </message>
    <message>
        <source>Of means, unequal variances; Welch&apos;s ANOVA over all</source>
        <translation>Der Mittelwerte, ungleiche Varianzen; Welchs ANOVA über alle</translation>
    </message>
    <message>
        <source>Student&apos;s t</source>
        <translation>Students t</translation>
    </message>
    <message>
        <source>Of means, equal variances; ANOVA over all</source>
        <translation>Der Mittelwerte, gleiche Varianzen; ANOVA über alle</translation>
    </message>
    <message>
        <source>ANOVA</source>
        <translation>ANOVA</translation>
    </message>
    <message>
        <source>Of means; pairs with the pooled standard deviation</source>
        <translation>Der Mittelwerte; Paare mit der gemeinsamen Standardabweichung</translation>
    </message>
    <message>
        <source>How two groups are compared, and all of them</source>
        <translation>Wie zwei Gruppen verglichen werden, und wie alle zusammen</translation>
    </message>
    <message>
        <source>A&amp;djustment</source>
        <translation>Ad&amp;justierung</translation>
    </message>
    <message>
        <source>Benjamini–Hochberg</source>
        <translation>Benjamini–Hochberg</translation>
    </message>
    <message>
        <source>False discovery rate</source>
        <translation>Falscherkennungsrate (FDR)</translation>
    </message>
    <message>
        <source>Benjamini–Yekutieli</source>
        <translation>Benjamini–Yekutieli</translation>
    </message>
    <message>
        <source>False discovery rate under any dependence</source>
        <translation>Falscherkennungsrate (FDR) bei beliebiger Abhängigkeit</translation>
    </message>
    <message>
        <source>Holm</source>
        <translation>Holm</translation>
    </message>
    <message>
        <source>Family-wise error rate</source>
        <translation>Familienbezogene Fehlerrate (FWER)</translation>
    </message>
    <message>
        <source>Bonferroni</source>
        <translation>Bonferroni</translation>
    </message>
    <message>
        <source>Family-wise error rate, strictest</source>
        <translation>Familienbezogene Fehlerrate (FWER), am strengsten</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Of p over the pairs of groups, and over the reactions</source>
        <translation>Von p über die Gruppenpaare und über die Reaktionen</translation>
    </message>
    <message>
        <source>Every reaction, one a row</source>
        <translation>Jede Reaktion, eine je Zeile</translation>
    </message>
    <message>
        <source>Tests of every pair of groups</source>
        <translation>Tests jedes Gruppenpaars</translation>
    </message>
    <message>
        <source>Every pair</source>
        <translation>Jedes Paar</translation>
    </message>
    <message>
        <source>Values of the column by group</source>
        <translation>Werte der Spalte nach Gruppe</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>p.adj: adjusted over the pairs of groups of a reaction. p.adj.reactions: over the reactions tested, for the same two groups (%1).</source>
        <translation>p.adj: adjustiert über die Gruppenpaare einer Reaktion. p.adj.reactions: über die getesteten Reaktionen, für dieselben zwei Gruppen (%1).</translation>
    </message>
    <message>
        <source>Same sca&amp;le</source>
        <translation>G&amp;leiche Skala</translation>
    </message>
    <message>
        <source>FBA and predicted fluxes on one scale; else each figure has its own</source>
        <translation>FBA und vorhergesagte Flüsse auf einer Skala; sonst hat jede Abbildung ihre eigene</translation>
    </message>
    <message>
        <source>p: over all groups. p.adj.reactions: adjusted over the reactions tested (%1). cliffs_delta: effect, from −1 to 1, of the two groups furthest apart.</source>
        <translation>p: über alle Gruppen. p.adj.reactions: adjustiert über die getesteten Reaktionen (%1). cliffs_delta: Effekt, von −1 bis 1, der beiden Gruppen, die am weitesten auseinanderliegen.</translation>
    </message>
    <message>
        <source>Same scale</source>
        <translation>Gleiche Skala</translation>
    </message>
    <message>
        <source>The groups are tied to %1 (Cramér&apos;s V %2; %3): a difference may be one of %1.</source>
        <translation>Die Gruppen hängen mit %1 zusammen (Cramérs V %2; %3): Ein Unterschied kann auf %1 beruhen.</translation>
    </message>
    <message>
        <source>See the tab “Within”.</source>
        <translation>Siehe den Reiter „Innerhalb“.</translation>
    </message>
</context>
<context>
    <name>pathgan::GseaPlot</name>
    <message>
        <source>Enrichment plot: %1</source>
        <translation>Anreicherungsdiagramm: %1</translation>
    </message>
    <message>
        <source>Enrichment plot</source>
        <translation>Anreicherungsdiagramm</translation>
    </message>
    <message>
        <source>Running enrichment score of a gene set.</source>
        <translation>Laufender Anreicherungsscore eines Gensatzes.</translation>
    </message>
    <message numerus="yes">
        <source>Running enrichment score of %1: %n gene(s), NES %2, FDR q %3.</source>
        <translation>
            <numerusform>Laufender Anreicherungsscore von %1: %n Gen, NES %2, FDR q %3.</numerusform>
            <numerusform>Laufender Anreicherungsscore von %1: %n Gene, NES %2, FDR q %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>ES = %1, NES = %2, %3, %4; %5 of the list&apos;s genes</source>
        <translation>ES = %1, NES = %2, %3, %4; %5 Gene der Liste</translation>
    </message>
    <message>
        <source>Enrichment score</source>
        <translation>Anreicherungsscore</translation>
    </message>
    <message>
        <source>Ranked metric</source>
        <translation>Metrik der Rangfolge</translation>
    </message>
    <message>
        <source>Rank in Ordered Dataset</source>
        <translation>Rang in der Genliste</translation>
    </message>
    <message>
        <source>zero crossing at %1</source>
        <translation>Nulldurchgang bei %1</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message numerus="yes">
        <source>Red: high, blue: negative metric. %n gene permutation(s), weight %1; library %2.</source>
        <translation>
            <numerusform>Rot: hohe, blau: negative Metrik. %n Genpermutation, Gewicht %1; Bibliothek %2.</numerusform>
            <numerusform>Rot: hohe, blau: negative Metrik. %n Genpermutationen, Gewicht %1; Bibliothek %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
rank %2, metric %3, running ES %4</source>
        <translation>%1
Rang %2, Metrik %3, laufender ES %4</translation>
    </message>
    <message>
        <source>Metric: %1.</source>
        <translation>Metrik: %1.</translation>
    </message>
    <message>
        <source>Metric: %1 of %2.</source>
        <translation>Metrik: %1 von %2.</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>positive: %1</source>
        <translation>positiv: %1</translation>
    </message>
    <message>
        <source>high: %1</source>
        <translation>hoch: %1</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
</context>
<context>
    <name>pathgan::InputCard</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>pathgan::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Looking for what limits this flux…</source>
        <translation>Was diesen Fluss begrenzt, wird gesucht …</translation>
    </message>
    <message>
        <source>Explain this flux in %1</source>
        <translation>Diesen Fluss in %1 erklären</translation>
    </message>
    <message>
        <source>Click a row of a table or a point of a figure: what is known of that sample, gene, reaction, metabolite or pathway stands here.</source>
        <translation>Auf eine Tabellenzeile oder einen Punkt einer Abbildung klicken: Hier steht dann, was über die Probe, das Gen, die Reaktion, den Metaboliten oder den Gensatz bekannt ist.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>pathgan::JobBar</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s left</source>
        <translation>noch %1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>About %1 on this machine, as the last run of this kind took.</source>
        <translation>Etwa %1 auf diesem Rechner, nach dem letzten Lauf dieser Art.</translation>
    </message>
</context>
<context>
    <name>pathgan::JobRow</name>
    <message>
        <source>Progress of: %1</source>
        <translation>Fortschritt von: %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause this job; press again to go on</source>
        <translation>Diesen Vorgang anhalten; erneut drücken zum Fortsetzen</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Beenden und behalten</translation>
    </message>
    <message>
        <source>End now and keep what is finished</source>
        <translation>Jetzt beenden und Fertiges behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End now and forget this job</source>
        <translation>Jetzt beenden und diesen Vorgang verwerfen</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird beendet …</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
</context>
<context>
    <name>pathgan::LookForm</name>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The figure&apos;s own</source>
        <translation>Von der Abbildung</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Kept with the project. An empty field gives back the figure&apos;s own. On screen, double click a text or the numbers of an axis.</source>
        <translation>Wird mit dem Projekt gespeichert. Ein leeres Feld gibt zurück, was die Abbildung selbst sagt. Auf dem Bildschirm: Doppelklick auf einen Text oder die Zahlen einer Achse.</translation>
    </message>
    <message>
        <source>Axis %1</source>
        <translation>Achse %1</translation>
    </message>
</context>
<context>
    <name>pathgan::LossPlot</name>
    <message>
        <source>Curves appear here while the network trains.</source>
        <translation>Hier erscheinen die Kurven, während das Netzwerk trainiert.</translation>
    </message>
    <message>
        <source>generator loss</source>
        <translation>Generatorverlust</translation>
    </message>
    <message>
        <source>critic loss</source>
        <translation>Kritikerverlust</translation>
    </message>
    <message>
        <source>gradient penalty</source>
        <translation>Gradientenstrafe</translation>
    </message>
    <message>
        <source>Wasserstein estimate</source>
        <translation>Wasserstein-Schätzung</translation>
    </message>
    <message>
        <source>validation Pearson r</source>
        <translation>Pearson r der Validierung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training curves by epoch.</source>
        <translation>Trainingskurven je Epoche.</translation>
    </message>
    <message numerus="yes">
        <source>Losses and validation correlation of %n epoch(s); last validation Pearson r %1.</source>
        <translation>
            <numerusform>Verluste und Validierungskorrelation von %n Epoche; letztes Pearson r der Validierung %1.</numerusform>
            <numerusform>Verluste und Validierungskorrelation von %n Epochen; letztes Pearson r der Validierung %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>kept: epoch %1</source>
        <translation>behalten: Epoche %1</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>loss (symmetric log)</source>
        <translation>Verlust (symmetrisch-log.)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Pearson r</source>
        <translation>Pearson r</translation>
    </message>
    <message>
        <source>Bold: exponential moving average of weight %1, debiased; faint: raw.</source>
        <translation>Kräftig: exponentiell gleitender Mittelwert mit Gewicht %1, verzerrungskorrigiert; blass: Rohwerte.</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>pathgan::MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Close PathGAN</source>
        <translation>PathGAN schließen</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Load network</source>
        <translation>Netzwerk laden</translation>
    </message>
    <message>
        <source>Trained networks (*.pt);;All files (*)</source>
        <translation>Trainierte Netzwerke (*.pt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save network</source>
        <translation>Netzwerk speichern</translation>
    </message>
    <message>
        <source>Trained networks (*.pt)</source>
        <translation>Trainierte Netzwerke (*.pt)</translation>
    </message>
    <message>
        <source>Folder for tables, figures and manifest</source>
        <translation>Ordner für Tabellen, Abbildungen und Manifest</translation>
    </message>
    <message numerus="yes">
        <source>Tables, %n figure(s) and manifest.json were written to %1.</source>
        <translation>
            <numerusform>Tabellen, %n Abbildung und manifest.json wurden nach %1 geschrieben.</numerusform>
            <numerusform>Tabellen, %n Abbildungen und manifest.json wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no figure on screen: choose a tab with one.</source>
        <translation>Keine Abbildung zu sehen: Bitte einen Reiter mit einer Abbildung wählen.</translation>
    </message>
    <message>
        <source>Open example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>One project at a time: %1 was opened, nothing else.</source>
        <translation>Nur ein Projekt auf einmal: %1 wurde geöffnet, sonst nichts.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>There are no figures yet: run a step first.</source>
        <translation>Es gibt noch keine Abbildungen: Führen Sie zuerst einen Schritt aus.</translation>
    </message>
</context>
<context>
    <name>pathgan::MatchBar</name>
    <message>
        <source>Not matched</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Show what has no counterpart</source>
        <translation>Zeigen, was keine Entsprechung hat</translation>
    </message>
    <message>
        <source>Not matched: %1</source>
        <translation>Nicht zugeordnet: %1</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 %)</source>
        <translation>%1 von %2 (%3&#xa0;%)</translation>
    </message>
</context>
<context>
    <name>pathgan::MediumPage</name>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorgabe</translation>
    </message>
    <message>
        <source>Medium preset</source>
        <translation>Vorgabe des Mediums</translation>
    </message>
    <message>
        <source>Sets the uptake limit of every exchange; what was typed in the table is taken back</source>
        <translation>Setzt die Aufnahmegrenze jedes Austauschs; was in der Tabelle eingegeben wurde, wird zurückgenommen</translation>
    </message>
    <message>
        <source>As distributed</source>
        <translation>Wie ausgeliefert</translation>
    </message>
    <message>
        <source>Bounds as in the model&apos;s file</source>
        <translation>Schranken wie in der Datei des Modells</translation>
    </message>
    <message>
        <source>Physiological</source>
        <translation>Physiologisch</translation>
    </message>
    <message>
        <source>Only water, ions, oxygen, glucose, amino acids, vitamins and essential fatty acids may enter, at the limits of the file</source>
        <translation>Aufgenommen werden nur Wasser, Ionen, Sauerstoff, Glukose, Aminosäuren, Vitamine und essenzielle Fettsäuren, in den Grenzen der Datei</translation>
    </message>
    <message>
        <source>Stress test&apos;s medium</source>
        <translation>Medium des Stresstests</translation>
    </message>
    <message>
        <source>The same nutrients at the limits of the stress test: glucose 0.5, glutamine 0.1, other amino acids 0.05 mmol/gDW/h …</source>
        <translation>Dieselben Nährstoffe in den Grenzen des Stresstests: Glukose 0,5, Glutamin 0,1, andere Aminosäuren 0,05 mmol/gDW/h …</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Nothing may enter; open what is wanted in the table</source>
        <translation>Nichts wird aufgenommen; öffnen Sie in der Tabelle, was gewünscht ist</translation>
    </message>
    <message>
        <source>The model has no exchange reactions.</source>
        <translation>Das Modell hat keine Austauschreaktionen.</translation>
    </message>
    <message>
        <source>All %1 exchanges are open: anything may enter, so food does not limit what is computed. Choose “Physiological”, or close what the cells do not get.</source>
        <translation>Alle %1 Austauschreaktionen sind offen: Alles darf aufgenommen werden, das Nahrungsangebot begrenzt also nicht, was berechnet wird. Wählen Sie „Physiologisch“, oder schließen Sie, was die Zellen nicht bekommen.</translation>
    </message>
    <message>
        <source>Nothing may enter: only what needs no input can run. Open exchanges in the table.</source>
        <translation>Nichts wird aufgenommen: Nur was keine Zufuhr braucht, kann laufen. Öffnen Sie Austauschreaktionen in der Tabelle.</translation>
    </message>
    <message>
        <source>%1 of %2 boundary reactions let something enter.</source>
        <translation>%1 von %2 Randreaktionen lassen etwas hinein.</translation>
    </message>
</context>
<context>
    <name>pathgan::ModelPanel</name>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2): %3 reactions, %4 of them with a gene rule; %5 metabolites; %6 genes; %7 compartments. Objective: %8.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2): %3 Reaktionen, davon %4 mit Genregel; %5 Metaboliten; %6 Gene; %7 Kompartimente. Zielfunktion: %8.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Recon3D&lt;/b&gt;, the human network the analysis was made for, is not part of this program. Download &lt;i&gt;Recon3D.xml&lt;/i&gt; or &lt;i&gt;Recon3D.xml.gz&lt;/i&gt; from &lt;a href=&quot;http://bigg.ucsd.edu/models/Recon3D&quot;&gt;bigg.ucsd.edu/models/Recon3D&lt;/a&gt;. The BiGG terms of UC San Diego allow free use for education, research and by non-profit organisations; commercial use needs a licence. Please cite Brunk et al., Nature Biotechnology 2018.&lt;/p&gt;&lt;p&gt;Any other model works as well: SBML Level 3 with FBC, older COBRA SBML, COBRA JSON or YAML, or a MATLAB file of the COBRA Toolbox or RAVEN, plain or compressed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Recon3D&lt;/b&gt;, das menschliche Netzwerk, für das die Analyse entwickelt wurde, ist nicht Teil dieses Programms. &lt;i&gt;Recon3D.xml&lt;/i&gt; oder &lt;i&gt;Recon3D.xml.gz&lt;/i&gt; gibt es unter &lt;a href=&quot;http://bigg.ucsd.edu/models/Recon3D&quot;&gt;bigg.ucsd.edu/models/Recon3D&lt;/a&gt; zum Herunterladen. Die BiGG-Bedingungen der UC San Diego erlauben die freie Nutzung in Lehre, Forschung und gemeinnützigen Organisationen; gewerbliche Nutzung braucht eine Lizenz. Bitte Brunk et al., Nature Biotechnology 2018 zitieren.&lt;/p&gt;&lt;p&gt;Jedes andere Modell eignet sich ebenso: SBML Level 3 mit FBC, älteres COBRA-SBML, COBRA-JSON oder -YAML oder eine MATLAB-Datei der COBRA Toolbox oder von RAVEN, unkomprimiert oder komprimiert.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>Metabolites</source>
        <translation>Metaboliten</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>The genome-scale network in which fluxes are computed: reactions, bounds and the genes they need.</source>
        <translation>Das genomskalige Netzwerk, in dem die Flüsse berechnet werden: Reaktionen, Schranken und die nötigen Gene.</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen …</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Where to get models</source>
        <translation>Modellquellen</translation>
    </message>
    <message>
        <source>No metabolic model yet</source>
        <translation>Noch kein Stoffwechselmodell</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Models (*.xml *.sbml *.json *.yml *.yaml *.mat *.gz *.bz2 *.xz *.zip);;All files (*)</source>
        <translation>Modelle (*.xml *.sbml *.json *.yml *.yaml *.mat *.gz *.bz2 *.xz *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>Analysen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Begriffe</translation>
    </message>
</context>
<context>
    <name>pathgan::NoteLabel</name>
    <message>
        <source>Scale of the axis</source>
        <translation>Skala der Achse</translation>
    </message>
    <message>
        <source>Automatic: logarithmic for values with a long tail</source>
        <translation>Automatisch: logarithmisch bei Werten mit langem Ausläufer</translation>
    </message>
    <message>
        <source>Automatic scale</source>
        <translation>Skala automatisch</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
</context>
<context>
    <name>pathgan::NotesDialog</name>
    <message>
        <source>Notes on the project</source>
        <translation>Notizen zum Projekt</translation>
    </message>
    <message>
        <source>What this analysis is about, where its data come from, what is open…</source>
        <translation>Worum es in dieser Analyse geht, woher die Daten stammen, was offen ist …</translation>
    </message>
    <message>
        <source>Kept as you type, saved with the project, and shown in its report. Notes on single results stand in “Runs of this step”.</source>
        <translation>Wird beim Tippen übernommen, mit dem Projekt gespeichert und in dessen Bericht gezeigt. Notizen zu einzelnen Ergebnissen stehen unter „Läufe dieses Schritts“.</translation>
    </message>
</context>
<context>
    <name>pathgan::OptionsForm</name>
    <message>
        <source>Show or hide these settings</source>
        <translation>Diese Einstellungen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>pathgan::PinnedFigures</name>
    <message>
        <source>Export this state, too</source>
        <translation>Diesen Zustand mitexportieren</translation>
    </message>
    <message>
        <source>pin a figure</source>
        <translation>Abbildung anheften</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>unpin a figure</source>
        <translation>Abbildung lösen</translation>
    </message>
</context>
<context>
    <name>pathgan::Plot</name>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
</context>
<context>
    <name>pathgan::PredictionPlot</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Predicted against target flux</source>
        <translation>Vorhergesagter Fluss gegen Zielfluss</translation>
    </message>
    <message>
        <source>Predicted against target flux: %1</source>
        <translation>Vorhergesagter Fluss gegen Zielfluss: %1</translation>
    </message>
    <message numerus="yes">
        <source>Scatter plot of predicted against target flux of %n sample(s).</source>
        <translation>
            <numerusform>Streudiagramm des vorhergesagten Flusses gegen den Zielfluss von %n Probe.</numerusform>
            <numerusform>Streudiagramm des vorhergesagten Flusses gegen den Zielfluss von %n Proben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (n = %2)</source>
        <translation>%1 (n = %2)</translation>
    </message>
    <message>
        <source>r %1 = %2</source>
        <translation>r %1 = %2</translation>
    </message>
    <message>
        <source>target flux (mmol/gDW/h)</source>
        <translation>Zielfluss (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>predicted flux (mmol/gDW/h)</source>
        <translation>vorhergesagter Fluss (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Dashed: predicted = target. r: Pearson&apos;s, on mmol/gDW/h.</source>
        <translation>Gestrichelt: vorhergesagt = Ziel. r: nach Pearson, in mmol/gDW/h.</translation>
    </message>
    <message>
        <source>%1 (%2)
target %3, predicted %4</source>
        <translation>%1 (%2)
Ziel %3, vorhergesagt %4</translation>
    </message>
</context>
<context>
    <name>pathgan::ProjectActions</name>
    <message>
        <source>PathGAN projects (*.pathgan)</source>
        <translation>PathGAN-Projekte (*.pathgan)</translation>
    </message>
    <message>
        <source>Saved: %1, %2.</source>
        <translation>Gespeichert: %1, %2.</translation>
    </message>
    <message>
        <source>%1 is open in another window, or may not be written: it is shown, and can be saved under another name.</source>
        <translation>%1 ist in einem anderen Fenster geöffnet oder darf nicht geschrieben werden: Es wird gezeigt und kann unter einem anderen Namen gespeichert werden.</translation>
    </message>
    <message>
        <source>Unsaved project</source>
        <translation>Ungespeichertes Projekt</translation>
    </message>
    <message>
        <source>(read-only)</source>
        <translation>(schreibgeschützt)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Open without saving</source>
        <translation>Öffnen, ohne zu speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Go back to %1 as it was saved last? What was done since is lost.</source>
        <translation>Zu %1 zurückkehren, wie es zuletzt gespeichert wurde? Was seitdem getan wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Recover without saving</source>
        <translation>Wiederherstellen, ohne zu speichern</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>what was changed since %1 was saved</source>
        <translation>was seit dem Speichern von %1 geändert wurde</translation>
    </message>
    <message>
        <source>the changed scenarios of the model</source>
        <translation>die geänderten Szenarien des Modells</translation>
    </message>
    <message>
        <source>Where is the expression matrix?</source>
        <translation>Wo liegt die Expressionsmatrix?</translation>
    </message>
    <message>
        <source>%1 is not there any more, or has changed. Results are shown all the same; computing needs the file as it was when the project was saved.</source>
        <translation>%1 ist nicht mehr da oder wurde geändert. Ergebnisse werden trotzdem gezeigt; zum Rechnen wird die Datei gebraucht, wie sie beim Speichern des Projekts war.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne sie weiterarbeiten</translation>
    </message>
    <message>
        <source>Expression matrix</source>
        <translation>Expressionsmatrix</translation>
    </message>
    <message>
        <source>report</source>
        <translation>bericht</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Saved. Earlier versions of PathGAN cannot open it any more: the file as they wrote it is kept as %1.</source>
        <translation>Gespeichert. Frühere Versionen von PathGAN können die Datei nicht mehr öffnen: Wie sie sie geschrieben haben, bleibt sie als %1 erhalten.</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>A report is a web page or a PDF document: give %1 the ending .html or .pdf.</source>
        <translation>Ein Bericht ist eine Webseite oder ein PDF-Dokument: %1 braucht die Endung .html oder .pdf.</translation>
    </message>
    <message>
        <source>the notes on the project</source>
        <translation>die Notizen zum Projekt</translation>
    </message>
    <message>
        <source>What can be read of %1 is open as a new project; the file stays as it is.</source>
        <translation>Was sich von %1 lesen lässt, ist als neues Projekt geöffnet; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>What can be read of %1 is open as a new project, without: %2. The file stays as it is.</source>
        <translation>Was sich von %1 lesen lässt, ist als neues Projekt geöffnet, ohne: %2. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Nothing can be read of %1: open a copy of it, if there is one.</source>
        <translation>Von %1 lässt sich nichts lesen: eine Kopie davon öffnen, falls es eine gibt.</translation>
    </message>
    <message>
        <source>Damaged project</source>
        <translation>Beschädigtes Projekt</translation>
    </message>
    <message>
        <source>%1 is damaged. These parts of it cannot be read: %2.</source>
        <translation>%1 ist beschädigt. Diese Teile lassen sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>What can be read can be opened as a new project, to be saved under another name. The damaged file stays as it is.</source>
        <translation>Was lesbar ist, kann als neues Projekt geöffnet und unter einem anderen Namen gespeichert werden. Die beschädigte Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Open what can be read</source>
        <translation>Lesbares öffnen</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be opened as a whole (%2).</source>
        <translation>%1 ist beschädigt und lässt sich nicht als Ganzes öffnen (%2).</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pathgan::Rail</name>
    <message>
        <source>Workflow</source>
        <translation>Arbeitsablauf</translation>
    </message>
</context>
<context>
    <name>pathgan::RailButton</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 — %2 (%3)</source>
        <translation>%1 – %2 (%3)</translation>
    </message>
</context>
<context>
    <name>pathgan::RunCurvesPlot</name>
    <message numerus="yes">
        <source>Training curves of %n run(s)</source>
        <translation>
            <numerusform>Trainingskurven von %n Lauf</numerusform>
            <numerusform>Trainingskurven von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>held-out r %1</source>
        <translation>zurückgehaltenes r %1</translation>
    </message>
    <message>
        <source>%1 and validation Pearson r by epoch. %2.</source>
        <translation>%1 und Pearson-r der Validierung nach Epoche. %2.</translation>
    </message>
    <message>
        <source>Pearson r</source>
        <translation>Pearson r</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Below: validation, on the scale that was trained on. Discs: the epoch whose weights were kept. Losses of runs whose settings weight them otherwise do not compare.</source>
        <translation>Unten: Validierung, auf der Skala des Trainings. Scheiben: die Epoche, deren Gewichte behalten wurden. Verluste von Läufen, deren Einstellungen sie anders gewichten, sind nicht vergleichbar.</translation>
    </message>
    <message>
        <source>Run %1: %2, validation r %3</source>
        <translation>Lauf %1: %2, r der Validierung %3</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>pathgan::ScenarioBar</name>
    <message>
        <source>Sce&amp;nario</source>
        <translation>Sze&amp;nario</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>The scenario that is edited and analysed; type to rename it</source>
        <translation>Das Szenario, das bearbeitet und analysiert wird; zum Umbenennen hier tippen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>A scenario with the model as distributed</source>
        <translation>Ein Szenario mit dem Modell wie ausgeliefert</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>A second scenario that starts as this one</source>
        <translation>Ein zweites Szenario, das wie dieses beginnt</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open a scenario file</source>
        <translation>Eine Szenariodatei öffnen</translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>Scenarios (*.json);;All files (*)</source>
        <translation>Szenarien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save this scenario to a file</source>
        <translation>Dieses Szenario in eine Datei speichern</translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation>Szenario speichern</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Szenarien (*.json)</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>What two scenarios hold differently</source>
        <translation>Worin sich zwei Szenarien unterscheiden</translation>
    </message>
    <message>
        <source>Undo the last change of a scenario</source>
        <translation>Die letzte Änderung eines Szenarios zurücknehmen</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Das Zurückgenommene wiederholen</translation>
    </message>
    <message>
        <source>Remove this scenario</source>
        <translation>Dieses Szenario entfernen</translation>
    </message>
    <message>
        <source>Ob&amp;jective</source>
        <translation>&amp;Zielfunktion</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Direction of the objective</source>
        <translation>Richtung der Zielfunktion</translation>
    </message>
    <message>
        <source>maximise</source>
        <translation>maximieren</translation>
    </message>
    <message>
        <source>minimise</source>
        <translation>minimieren</translation>
    </message>
    <message>
        <source>As distributed</source>
        <translation>Wie ausgeliefert</translation>
    </message>
    <message>
        <source>Takes back every change of this scenario</source>
        <translation>Nimmt jede Änderung dieses Szenarios zurück</translation>
    </message>
    <message>
        <source>Id of the reaction to optimise; empty: the model&apos;s own objective</source>
        <translation>ID der Reaktion, die optimiert wird; leer: die eigene Zielfunktion des Modells</translation>
    </message>
    <message>
        <source>medium: %1</source>
        <translation>Medium: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n uptake limit(s)</source>
        <translation>
            <numerusform>%n Aufnahmegrenze</numerusform>
            <numerusform>%n Aufnahmegrenzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bounds of %n reaction(s)</source>
        <translation>
            <numerusform>Schranken von %n Reaktion</numerusform>
            <numerusform>Schranken von %n Reaktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gene(s) knocked out</source>
        <translation>
            <numerusform>%n Gen ausgeschaltet</numerusform>
            <numerusform>%n Gene ausgeschaltet</numerusform>
        </translation>
    </message>
    <message>
        <source>Bounds and medium as distributed</source>
        <translation>Schranken und Medium wie ausgeliefert</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>This scenario does not fit the model. %1</source>
        <translation>Dieses Szenario passt nicht zum Modell. %1</translation>
    </message>
    <message>
        <source>open scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>pathgan::Scenarios</name>
    <message>
        <source>Scenario %1</source>
        <translation>Szenario %1</translation>
    </message>
    <message>
        <source>new scenario</source>
        <translation>neues Szenario</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>duplicate scenario</source>
        <translation>Szenario duplizieren</translation>
    </message>
    <message>
        <source>remove scenario</source>
        <translation>Szenario entfernen</translation>
    </message>
    <message>
        <source>rename scenario</source>
        <translation>Szenario umbenennen</translation>
    </message>
    <message>
        <source>change objective</source>
        <translation>Zielfunktion ändern</translation>
    </message>
    <message>
        <source>choose medium</source>
        <translation>Medium wählen</translation>
    </message>
    <message>
        <source>change uptake of %1</source>
        <translation>Aufnahme von %1 ändern</translation>
    </message>
    <message>
        <source>change bounds of %1</source>
        <translation>Schranken von %1 ändern</translation>
    </message>
    <message>
        <source>reset bounds of %1</source>
        <translation>Schranken von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>knock out %1</source>
        <translation>%1 ausschalten</translation>
    </message>
    <message>
        <source>restore %1</source>
        <translation>%1 wieder einschalten</translation>
    </message>
    <message>
        <source>reset scenario</source>
        <translation>Szenario zurücksetzen</translation>
    </message>
</context>
<context>
    <name>pathgan::ShapBarPlot</name>
    <message>
        <source>Genes that matter most to the prediction</source>
        <translation>Wichtigste Gene für die Vorhersage</translation>
    </message>
    <message>
        <source>SHAP values of sample %1</source>
        <translation>SHAP-Werte der Probe %1</translation>
    </message>
    <message>
        <source>Bar chart of SHAP values by gene.</source>
        <translation>Balkendiagramm der SHAP-Werte je Gen.</translation>
    </message>
    <message>
        <source>Bar chart of SHAP values; largest: %1 with %2.</source>
        <translation>Balkendiagramm der SHAP-Werte; größter: %1 mit %2.</translation>
    </message>
    <message>
        <source>mean(|SHAP value|)</source>
        <translation>Mittelwert(|SHAP-Wert|)</translation>
    </message>
    <message>
        <source>SHAP value</source>
        <translation>SHAP-Wert</translation>
    </message>
    <message>
        <source>Largest additivity error: %1.</source>
        <translation>Größter Additivitätsfehler: %1.</translation>
    </message>
    <message>
        <source>Pointed bar: not to scale.</source>
        <translation>Spitzer Balken: nicht maßstäblich.</translation>
    </message>
    <message numerus="yes">
        <source>Sum of %n other gene(s)</source>
        <translation>
            <numerusform>Summe von %n weiterem Gen</numerusform>
            <numerusform>Summe von %n weiteren Genen</numerusform>
        </translation>
    </message>
    <message>
        <source>Output: %1 (%2), base value %3. Explained: %4.</source>
        <translation>Ausgabe: %1 (%2), Basiswert %3. Erklärt: %4.</translation>
    </message>
</context>
<context>
    <name>pathgan::ShapForcePlot</name>
    <message>
        <source>Forces on one sample</source>
        <translation>Kräfte auf eine Probe</translation>
    </message>
    <message>
        <source>What moves the prediction of %1</source>
        <translation>Was die Vorhersage für %1 bewegt</translation>
    </message>
    <message>
        <source>Force plot of one sample.</source>
        <translation>Force-Plot einer Probe.</translation>
    </message>
    <message>
        <source>From the base value %1 to the output %2: %3 genes push up, %4 push down.</source>
        <translation>Vom Basiswert %1 zur Ausgabe %2: %3 Gene erhöhen, %4 senken sie.</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>niedriger</translation>
    </message>
    <message>
        <source>base value %1</source>
        <translation>Basiswert %1</translation>
    </message>
    <message>
        <source>Additivity error: %1.</source>
        <translation>Additivitätsfehler: %1.</translation>
    </message>
    <message>
        <source>Left of f(x), red: raises the output; right, blue: lowers it. Expression is log2(x + 1).</source>
        <translation>Links von f(x), rot: erhöht die Ausgabe; rechts, blau: senkt sie. Expression ist log2(x + 1).</translation>
    </message>
    <message>
        <source>Pale: all other genes together; they raise by %1 and lower by %2, the width is the net sum.</source>
        <translation>Blass: alle übrigen Gene zusammen; sie erhöhen um %1 und senken um %2, die Breite ist die Nettosumme.</translation>
    </message>
    <message>
        <source>Genes that contribute less than 5 % (or find no room) are not named.</source>
        <translation>Gene mit weniger als 5 % Beitrag (oder ohne Platz) sind nicht benannt.</translation>
    </message>
    <message>
        <source>One of those explained: %1.</source>
        <translation>Eine der erklärten: %1.</translation>
    </message>
    <message>
        <source>It runs over the edge of the axis.</source>
        <translation>Sie läuft über den Rand der Achse.</translation>
    </message>
</context>
<context>
    <name>pathgan::ShapSummaryPlot</name>
    <message>
        <source>What the genes do to the prediction</source>
        <translation>Wie die Gene die Vorhersage beeinflussen</translation>
    </message>
    <message>
        <source>Beeswarm of SHAP values by gene.</source>
        <translation>Beeswarm-Plot der SHAP-Werte je Gen.</translation>
    </message>
    <message numerus="yes">
        <source>Beeswarm of the SHAP values of %n gene(s), coloured by expression; the most important is %1.</source>
        <translation>
            <numerusform>Beeswarm-Plot der SHAP-Werte von %n Gen, nach Expression gefärbt; das wichtigste ist %1.</numerusform>
            <numerusform>Beeswarm-Plot der SHAP-Werte von %n Genen, nach Expression gefärbt; das wichtigste ist %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>SHAP value (impact on model output)</source>
        <translation>SHAP-Wert (Einfluss auf die Modellausgabe)</translation>
    </message>
    <message>
        <source>Gene expression</source>
        <translation>Genexpression</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>
expression %1</source>
        <translation>
Expression %1</translation>
    </message>
    <message>
        <source>Arrowheads: sums beyond the axis.</source>
        <translation>Pfeilspitzen: Summen jenseits der Achse.</translation>
    </message>
    <message>
        <source>Output: %1 (%2). Explained: %3. Colour: expression of the gene, 5th to 95th percentile; grey: missing, or the sum of genes.</source>
        <translation>Ausgabe: %1 (%2). Erklärt: %3. Farbe: Expression des Gens, 5. bis 95. Perzentil; grau: fehlend oder die Summe von Genen.</translation>
    </message>
</context>
<context>
    <name>pathgan::SheetDialog</name>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Compose a figure</source>
        <translation>Abbildung zusammenstellen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>A, B, C</source>
        <translation>A, B, C</translation>
    </message>
    <message>
        <source>a, b, c</source>
        <translation>a, b, c</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>&amp;Buchstaben</translation>
    </message>
    <message>
        <source>F&amp;igures</source>
        <translation>A&amp;bbildungen</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>compose a figure</source>
        <translation>Abbildung zusammenstellen</translation>
    </message>
    <message>
        <source>Tick the figures that belong onto the page.</source>
        <translation>Kreuzen Sie die Abbildungen an, die auf die Seite gehören.</translation>
    </message>
    <message>
        <source>Could not be saved: %1</source>
        <translation>Konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>pathgan::StepPanel</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Nothing computed yet</source>
        <translation>Noch nichts berechnet</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>The results will stand here. Progress is shown at the bottom of the window.</source>
        <translation>Hier werden die Ergebnisse stehen. Der Fortschritt wird unten im Fenster angezeigt.</translation>
    </message>
    <message>
        <source>&lt;a href=&quot;run&quot;&gt;Run again&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;run&quot;&gt;Neu berechnen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>&lt;a href=&quot;run&quot;&gt;Compute the rest&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;run&quot;&gt;Den Rest berechnen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>The results come out of the project&apos;s file.</source>
        <translation>Die Ergebnisse kommen aus der Datei des Projekts.</translation>
    </message>
</context>
<context>
    <name>pathgan::StressPanel</name>
    <message>
        <source>Hydrogen peroxide is formed in every modelled cell at a fixed rate; how much can its glutathione system take before growth fails?</source>
        <translation>In jeder modellierten Zelle entsteht Wasserstoffperoxid mit fester Rate: Wie viel verträgt ihr Glutathionsystem, bevor das Wachstum zusammenbricht?</translation>
    </message>
    <message>
        <source>Simulate stress</source>
        <translation>Stress simulieren</translation>
    </message>
    <message>
        <source>&amp;Strict: GSSG reduced with NADPH only</source>
        <translation>&amp;Streng: GSSG nur mit NADPH reduziert</translation>
    </message>
    <message>
        <source>Leaves out peroxiredoxin, which Recon3D drives with NADH, and other ways to reduce GSSG</source>
        <translation>Lässt Peroxiredoxin aus, das Recon3D mit NADH antreibt, sowie andere Wege, GSSG zu reduzieren</translation>
    </message>
    <message>
        <source>&amp;Catalase</source>
        <translation>&amp;Katalase</translation>
    </message>
    <message>
        <source>Capacity at median expression</source>
        <translation>Kapazität bei medianer Expression</translation>
    </message>
    <message>
        <source>&amp;Peroxidase, reductase</source>
        <translation>&amp;Peroxidase, Reduktase</translation>
    </message>
    <message>
        <source>Points of the c&amp;urve</source>
        <translation>Punkte der Kur&amp;ve</translation>
    </message>
    <message>
        <source>What sets the capacities</source>
        <translation>Was die Kapazitäten bestimmt</translation>
    </message>
    <message>
        <source>From expression</source>
        <translation>Aus der Expression</translation>
    </message>
    <message>
        <source>From predicted fluxes</source>
        <translation>Aus vorhergesagten Flüssen</translation>
    </message>
    <message>
        <source>Groups of the curves</source>
        <translation>Gruppen der Kurven</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Gruppen</translation>
    </message>
    <message>
        <source>Stress test by sample</source>
        <translation>Stresstest je Probe</translation>
    </message>
    <message>
        <source>Samples and limits</source>
        <translation>Proben und Grenzen</translation>
    </message>
    <message>
        <source>Needs an expression matrix and a metabolic model; with a trained network the predicted fluxes are fed back too.</source>
        <translation>Braucht eine Expressionsmatrix und ein Stoffwechselmodell; mit trainiertem Netzwerk werden auch die vorhergesagten Flüsse zurückgespeist.</translation>
    </message>
    <message>
        <source>The paper&apos;s literal test (the exchange of oxidised glutathione fixed at the prediction) is not shown: that exchange is not among the predicted reactions.</source>
        <translation>Der Test der Publikation im Wortlaut (Austausch oxidierten Glutathions auf die Vorhersage fixiert) wird nicht gezeigt: Dieser Austausch gehört nicht zu den vorhergesagten Reaktionen.</translation>
    </message>
    <message>
        <source>The paper&apos;s literal test: with %1 fixed at the prediction %2 of %3 samples grow, the fastest at %4 1/h. Negative predictions are infeasible: nothing lets oxidised glutathione in.</source>
        <translation>Der Test der Publikation im Wortlaut: Mit %1, auf die Vorhersage fixiert, wachsen %2 von %3 Proben, die schnellste mit %4 1/h. Negative Vorhersagen sind unzulässig: Nichts lässt oxidiertes Glutathion hinein.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Growth (1/h)</source>
        <translation>Wachstum (1/h)</translation>
    </message>
    <message>
        <source>Largest load (mmol/gDW/h)</source>
        <translation>Größte Last (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Load at 90 % growth (mmol/gDW/h)</source>
        <translation>Last bei 90&#xa0;% Wachstum (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Load at 50 % growth (mmol/gDW/h)</source>
        <translation>Last bei 50&#xa0;% Wachstum (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Load at 50 % growth, from predicted fluxes (mmol/gDW/h)</source>
        <translation>Last bei 50 % Wachstum, aus vorhergesagten Flüssen (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>Alle Proben</translation>
    </message>
    <message>
        <source>Load at which the median tumour keeps half its growth: %1 mmol/gDW/h. The load stands for sustained oxidative stress; it is no radiation dose.</source>
        <translation>Last, bei der der mediane Tumor die Hälfte seines Wachstums behält: %1 mmol/gDW/h. Die Last steht für anhaltenden oxidativen Stress; sie ist keine Strahlendosis.</translation>
    </message>
    <message>
        <source>%1 of %2 samples have a predicted flux outside what the network can carry.</source>
        <translation>Bei %1 von %2 Proben liegt ein vorhergesagter Fluss außerhalb dessen, was das Modell tragen kann.</translation>
    </message>
    <message>
        <source>Stress</source>
        <translation>Stress</translation>
    </message>
    <message>
        <source>C&amp;apacities</source>
        <translation>Kapa&amp;zitäten</translation>
    </message>
    <message>
        <source>Growth under load</source>
        <translation>Wachstum unter Last</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Prediction&apos;s distance to feasible fluxes (share of Σ|v|)</source>
        <translation>Abstand der Vorhersage zu zulässigen Flüssen (Anteil von Σ|v|)</translation>
    </message>
    <message>
        <source>Predicted fluxes outside 0 … capacity (count)</source>
        <translation>Vorhergesagte Flüsse außerhalb 0 … Kapazität (Anzahl)</translation>
    </message>
</context>
<context>
    <name>pathgan::StressPlot</name>
    <message>
        <source>not reported</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>all samples</source>
        <translation>alle Proben</translation>
    </message>
    <message>
        <source>Growth under oxidative load, from predicted fluxes</source>
        <translation>Wachstum unter oxidativer Last, aus vorhergesagten Flüssen</translation>
    </message>
    <message>
        <source>Growth under oxidative load</source>
        <translation>Wachstum unter oxidativer Last</translation>
    </message>
    <message>
        <source>Survival curves under oxidative load.</source>
        <translation>Überlebenskurven unter oxidativer Last.</translation>
    </message>
    <message numerus="yes">
        <source>Survival curves of %n group(s); half of the samples keep half of their growth up to r_D = %1 mmol/gDW/h.</source>
        <translation>
            <numerusform>Überlebenskurven von %n Gruppe; die Hälfte der Proben behält bis r_D = %1 mmol/gDW/h die Hälfte ihres Wachstums.</numerusform>
            <numerusform>Überlebenskurven von %n Gruppen; die Hälfte der Proben behält bis r_D = %1 mmol/gDW/h die Hälfte ihres Wachstums.</numerusform>
        </translation>
    </message>
    <message>
        <source>oxidative load r (mmol H₂O₂/gDW/h)</source>
        <translation>oxidative Last r (mmol H₂O₂/gDW/h)</translation>
    </message>
    <message>
        <source>relative growth μ(r)/μ₀</source>
        <translation>relatives Wachstum μ(r)/μ₀</translation>
    </message>
    <message>
        <source>r_D = %1</source>
        <translation>r_D = %1</translation>
    </message>
    <message>
        <source>Lines: median; bands: quartiles. r_D: median of the loads that halve growth. The load is a sustained H₂O₂ production in the model, not a radiation dose.</source>
        <translation>Linien: Median; Bänder: Quartile. r_D: Median der Lasten, die das Wachstum halbieren. Die Last ist eine anhaltende H₂O₂-Produktion im Modell, keine Strahlendosis.</translation>
    </message>
    <message>
        <source>r = %1 mmol/gDW/h</source>
        <translation>r = %1 mmol/gDW/h</translation>
    </message>
</context>
<context>
    <name>pathgan::StressScatterPlot</name>
    <message>
        <source>Tolerance: from expression and from predicted fluxes</source>
        <translation>Toleranz: aus Expression und aus vorhergesagten Flüssen</translation>
    </message>
    <message>
        <source>Growth and tolerance</source>
        <translation>Wachstum und Toleranz</translation>
    </message>
    <message numerus="yes">
        <source>Scatter plot of %n sample(s).</source>
        <translation>
            <numerusform>Streudiagramm von %n Probe.</numerusform>
            <numerusform>Streudiagramm von %n Proben.</numerusform>
        </translation>
    </message>
    <message>
        <source>r₅₀ from expression (mmol/gDW/h)</source>
        <translation>r₅₀ aus Expression (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>growth without load μ₀ (1/h)</source>
        <translation>Wachstum ohne Last μ₀ (1/h)</translation>
    </message>
    <message>
        <source>r₅₀ from predicted fluxes (mmol/gDW/h)</source>
        <translation>r₅₀ aus vorhergesagten Flüssen (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>tolerance r₅₀ (mmol/gDW/h)</source>
        <translation>Toleranz r₅₀ (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>Spearman ρ = %1, n = %2. r₅₀: largest load with at least half of the growth without load.</source>
        <translation>Spearman-ρ = %1, n = %2. r₅₀: größte Last mit mindestens der Hälfte des Wachstums ohne Last.</translation>
    </message>
    <message>
        <source> Dashed: equal.</source>
        <translation> Gestrichelt: gleich.</translation>
    </message>
</context>
<context>
    <name>pathgan::StyledFigure</name>
    <message>
        <source>text of a figure</source>
        <translation>Text einer Abbildung</translation>
    </message>
    <message>
        <source>range of an axis</source>
        <translation>Bereich einer Achse</translation>
    </message>
    <message>
        <source>Text in the figure</source>
        <translation>Text in der Abbildung</translation>
    </message>
    <message>
        <source>Enter keeps the text, Escape leaves it; empty: the figure&apos;s own</source>
        <translation>Eingabe übernimmt den Text, Esc lässt ihn, wie er war; leer: der Text der Abbildung</translation>
    </message>
</context>
<context>
    <name>pathgan::TablePane</name>
    <message>
        <source>Search in: %1</source>
        <translation>Suchen in: %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all that are shown</source>
        <translation>Ausgewählte oder alle angezeigten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabelle speichern …</translation>
    </message>
    <message>
        <source>Save the rows shown as CSV or TSV</source>
        <translation>Angezeigte Zeilen als CSV oder TSV speichern</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>No row contains “%1”.</source>
        <translation>Keine Zeile enthält „%1“.</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Comma-separated (*.csv);;Tab-separated (*.tsv)</source>
        <translation>Kommagetrennt (*.csv);;Tabulatorgetrennt (*.tsv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pathgan::TrainPanel</name>
    <message>
        <source>A generator learns to predict fluxes from expression; a critic tells its fluxes from the real ones. Patients it never saw show how much it learned.</source>
        <translation>Ein Generator lernt, Flüsse aus der Expression vorherzusagen; ein Kritiker unterscheidet sie von den echten. Patienten, die der Generator nie gesehen hat, zeigen, wie viel er gelernt hat.</translation>
    </message>
    <message>
        <source>Train network</source>
        <translation>Netzwerk trainieren</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorgabe</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Publikation</translation>
    </message>
    <message>
        <source>As printed: no Lipschitz control, one batch an epoch, 100 epochs</source>
        <translation>Wie veröffentlicht: keine Lipschitz-Kontrolle, ein Batch je Epoche, 100 Epochen</translation>
    </message>
    <message>
        <source>Sets every field below</source>
        <translation>Setzt alle Felder darunter</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Of split, first weights and batches: the same seed gives the same network</source>
        <translation>Für Aufteilung, Anfangsgewichte und Batches: Derselbe Startwert ergibt dasselbe Netzwerk</translation>
    </message>
    <message>
        <source>Training ends after so many at the latest</source>
        <translation>Spätestens nach so vielen endet das Training</translation>
    </message>
    <message>
        <source>Pa&amp;tience</source>
        <translation>&amp;Geduld</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Pathway tokens</source>
        <translation>Gensatz-Tokens</translation>
    </message>
    <message>
        <source>Projected attention (paper)</source>
        <translation>Projiziert (Publikation)</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>Most variable genes on the training samples</source>
        <translation>Variabelste Gene der Trainingsproben</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>Aufmerksamkeitsköpfe</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Verborgene Neuronen</translation>
    </message>
    <message>
        <source>Critic&apos;s graph</source>
        <translation>Graph des Kritikers</translation>
    </message>
    <message>
        <source>Reactions of a sample</source>
        <translation>Reaktionen einer Probe</translation>
    </message>
    <message>
        <source>Samples of a batch (paper)</source>
        <translation>Proben (Publikation)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Lipschitz control</source>
        <translation>Lipschitz-Kontrolle</translation>
    </message>
    <message>
        <source>Gradient penalty</source>
        <translation>Gradientenstrafe</translation>
    </message>
    <message>
        <source>Weight clipping</source>
        <translation>Begrenzte Gewichte (Clipping)</translation>
    </message>
    <message>
        <source>None (paper)</source>
        <translation>Keine (Publikation)</translation>
    </message>
    <message>
        <source>Critic steps</source>
        <translation>Kritikerschritte</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Paired term</source>
        <translation>Gewicht der Paare</translation>
    </message>
    <message>
        <source>Weight of mean |prediction − target|; 0: only the critic teaches</source>
        <translation>Gewicht des mittleren |Vorhersage − Ziel|; 0: Gelernt wird nur vom Kritiker</translation>
    </message>
    <message>
        <source>Target scale</source>
        <translation>Skala der Ziele</translation>
    </message>
    <message>
        <source>log10</source>
        <translation>log10</translation>
    </message>
    <message>
        <source>As is (paper)</source>
        <translation>Unverändert (Publikation)</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Moving average; the raw curves stay behind it</source>
        <translation>Gleitender Mittelwert; die Rohkurven bleiben dahinter sichtbar</translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation>Glä&amp;ttung</translation>
    </message>
    <message>
        <source>&amp;Log scale</source>
        <translation>&amp;Log-Skala</translation>
    </message>
    <message>
        <source>Logarithmic losses</source>
        <translation>Logarithmische Verluste</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Held-out correlation</source>
        <translation>Korrelation auf Testproben</translation>
    </message>
    <message>
        <source>Held-out correlation by reaction</source>
        <translation>Korrelation auf Testproben je Reaktion</translation>
    </message>
    <message>
        <source>Genes and scales were chosen on training samples only; E-Flux&apos;s cohort maximum sees all samples.</source>
        <translation>Gene und Skalen wurden nur anhand der Trainingsproben gewählt; das Kohortenmaximum von E-Flux sieht alle Proben.</translation>
    </message>
    <message>
        <source>Ridge regression</source>
        <translation>Ridge-Regression</translation>
    </message>
    <message>
        <source>The nearest-neighbour average</source>
        <translation>Der Mittelwert der nächsten Nachbarn</translation>
    </message>
    <message>
        <source>%1 predicts these patients better than the network does; read its explanations with that in mind.</source>
        <translation>%1 sagt die Flüsse dieser Patienten besser vorher als das Netzwerk; dessen Erklärungen sind entsprechend vorsichtig zu lesen.</translation>
    </message>
    <message>
        <source>All flux targets are the same for every sample, so there is nothing to learn and training refuses. Choose E-Flux in the Flux panel.</source>
        <translation>Alle Zielflüsse sind bei jeder Probe gleich; es gibt also nichts zu lernen, und das Training startet nicht. Bitte im Bereich „Fluss“ E-Flux wählen.</translation>
    </message>
    <message>
        <source>Stopped early by you.</source>
        <translation>Von Ihnen vorzeitig beendet.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>r in mmol/gDW/h</source>
        <translation>r in mmol/gDW/h</translation>
    </message>
    <message>
        <source>r within cohorts</source>
        <translation>r innerhalb der Kohorten</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Ep&amp;ochs</source>
        <translation>&amp;Epochen</translation>
    </message>
    <message>
        <source>Rea&amp;ction</source>
        <translation>&amp;Reaktion</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Mechanismus</translation>
    </message>
    <message>
        <source>Bottleneck head</source>
        <translation>Engpass-Kopf</translation>
    </message>
    <message>
        <source>Predicts with the dual solutions of the training samples, evaluated at a sample&apos;s own bounds; the network stays where validation gains</source>
        <translation>Sagt mit den Duallösungen der Trainingsproben vorher, ausgewertet an den eigenen Schranken einer Probe; das Netzwerk bleibt beteiligt, wo die Validierung dadurch besser wird</translation>
    </message>
    <message>
        <source>Gradient matching</source>
        <translation>Gradientenabgleich</translation>
    </message>
    <message>
        <source>Weight of the difference between the network&apos;s gradient and the exact one of the linear programs; 0: none</source>
        <translation>Gewicht des Unterschieds zwischen dem Gradienten des Netzwerks und dem exakten der linearen Programme; 0: ohne</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>Of the soft minimum over the training samples; large: the least of them alone</source>
        <translation>Des weichen Minimums über die Trainingsproben; groß: allein das kleinste</translation>
    </message>
    <message>
        <source>Strict scoring</source>
        <translation>Strenge Bewertung</translation>
    </message>
    <message>
        <source>The head&apos;s greatest expression scores come from training samples only</source>
        <translation>Die größten Expressionswerte des Engpass-Kopfs stammen nur aus Trainingsproben</translation>
    </message>
    <message>
        <source>Test cohort</source>
        <translation>Testkohorte</translation>
    </message>
    <message>
        <source>by share</source>
        <translation>nach Anteil</translation>
    </message>
    <message>
        <source>Name of a cohort or tissue whose samples are all kept for the test</source>
        <translation>Name einer Kohorte oder eines Gewebes, dessen Proben alle für den Test bleiben</translation>
    </message>
    <message>
        <source>Bottlenecks</source>
        <translation>Engpässe</translation>
    </message>
    <message>
        <source>Held-out r: network %1, ridge regression %2, nearest neighbours %3 (%4 test samples). R² %5, slope %6, spread %7 of the fluxes&apos;.</source>
        <translation>r auf %4 Testproben: Netzwerk %1, Ridge-Regression %2, nächste Nachbarn %3. R² %5, Steigung %6, Streuung das %7-Fache der Flüsse.</translation>
    </message>
    <message>
        <source>mmol/gDW/h</source>
        <translation>mmol/gDW/h</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>RMSE (%1)</source>
        <translation>RMSE (%1)</translation>
    </message>
    <message>
        <source>Wasserstein-1 (%1)</source>
        <translation>Wasserstein-1 (%1)</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Outside the bounds, share</source>
        <translation>Außerhalb der Schranken, Anteil</translation>
    </message>
    <message>
        <source>r: %1</source>
        <translation>r: %1</translation>
    </message>
    <message>
        <source>For each step of the generator; 0: no critic, trained on pairs alone</source>
        <translation>Je Schritt des Generators; 0: kein Kritiker, gelernt wird nur an Paaren</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Token size</source>
        <translation>Tokengröße</translation>
    </message>
    <message>
        <source>How many numbers stand for a pathway</source>
        <translation>Wie viele Zahlen für einen Gensatz stehen</translation>
    </message>
    <message>
        <source>Fewest genes of a token</source>
        <translation>Kleinste Genzahl eines Tokens</translation>
    </message>
    <message>
        <source>Measured genes that a gene set must have to become a token</source>
        <translation>Gemessene Gene, die ein Gensatz haben muss, um ein Token zu werden</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Projected attention: width of the projected genes</source>
        <translation>Projizierte Aufmerksamkeit: Breite der projizierten Gene</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Nearest samples joined in the graph of a batch (paper&apos;s critic)</source>
        <translation>Nächste Proben, die im Graphen eines Batches verbunden sind (Kritiker der Publikation)</translation>
    </message>
    <message>
        <source>Critic&apos;s channels</source>
        <translation>Kanäle des Kritikers</translation>
    </message>
    <message>
        <source>Adam β₁</source>
        <translation>Adam β₁</translation>
    </message>
    <message>
        <source>Adam β₂</source>
        <translation>Adam β₂</translation>
    </message>
    <message>
        <source>Batches an epoch</source>
        <translation>Batches je Epoche</translation>
    </message>
    <message>
        <source>0: a full pass</source>
        <translation>0: ein ganzer Durchgang</translation>
    </message>
    <message>
        <source>Weight average</source>
        <translation>Gemittelte Gewichte</translation>
    </message>
    <message>
        <source>Decay a step of the moving average of the generator&apos;s weights; 0: none</source>
        <translation>Abklingfaktor je Schritt des gleitenden Mittels der Generatorgewichte; 0: kein Mittel</translation>
    </message>
    <message>
        <source>Token dropout</source>
        <translation>Token-Dropout</translation>
    </message>
    <message>
        <source>Share of the tokens&apos; numbers dropped while training</source>
        <translation>Anteil der Token-Zahlen, die beim Training ausfallen</translation>
    </message>
    <message>
        <source>Rates by width</source>
        <translation>Lernraten nach Breite</translation>
    </message>
    <message>
        <source>The generator&apos;s rate follows the width of a layer</source>
        <translation>Die Lernrate des Generators folgt der Breite einer Schicht</translation>
    </message>
    <message>
        <source>Epochs without a better validation score before training ends; 0: never</source>
        <translation>Epochen ohne bessere Validierungsgüte, bis das Training endet; 0: nie</translation>
    </message>
    <message>
        <source>Stop by</source>
        <translation>Ende nach</translation>
    </message>
    <message>
        <source>Validation r</source>
        <translation>r der Validierung</translation>
    </message>
    <message>
        <source>Validation MSE</source>
        <translation>MSE der Validierung</translation>
    </message>
    <message>
        <source>Score that patience waits for; the best epoch by it is kept</source>
        <translation>Güte, auf deren Besserung gewartet wird; die nach ihr beste Epoche wird behalten</translation>
    </message>
    <message>
        <source>Noise inputs</source>
        <translation>Rauscheingänge</translation>
    </message>
    <message>
        <source>Random numbers beside the genes, which generated profiles differ by; 0: the fluxes are a function of expression alone</source>
        <translation>Zufallszahlen neben den Genen, durch die sich erzeugte Profile unterscheiden; 0: Die Flüsse sind eine Funktion der Expression allein</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Read the network&apos;s explanations with that in mind.</source>
        <translation>Die Erklärungen des Netzwerks sind entsprechend vorsichtig zu lesen.</translation>
    </message>
    <message>
        <source>Needs fluxes and gene sets. Training can be paused, stopped early with what it has learned, or cancelled.</source>
        <translation>Braucht Flüsse und Genmengen. Das Training lässt sich anhalten, vorzeitig mit dem Gelernten beenden oder abbrechen.</translation>
    </message>
</context>
<context>
    <name>pathgan::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>PathGAN</source>
        <translation>PathGAN</translation>
    </message>
    <message>
        <source>From tumour transcriptomes to metabolic flux</source>
        <translation>Vom Tumortranskriptom zum metabolischen Fluss</translation>
    </message>
    <message>
        <source>PathGAN maps gene expression of a cohort onto a genome-scale model and computes fluxes for every tumour.&lt;br&gt;It trains a network that attends to pathways and predicts these fluxes from expression, and shows which genes and pathways its predictions rest on.&lt;br&gt;It compares the fluxes between clinical groups, such as tumours treated with and without radiation. Everything runs on this computer; nothing is sent anywhere.</source>
        <translation>PathGAN bildet die Genexpression einer Kohorte auf ein genomskaliges Modell ab und berechnet die Flüsse jedes Tumors.&lt;br&gt;Es trainiert ein Netzwerk, das seine Aufmerksamkeit auf Stoffwechselwege (Gensätze) richtet und diese Flüsse aus der Expression vorhersagt, und zeigt, auf welchen Genen und Gensätzen die Vorhersagen beruhen.&lt;br&gt;Es vergleicht die Flüsse zwischen klinischen Gruppen, etwa Tumoren mit und ohne Strahlentherapie. Alles läuft auf diesem Rechner; nichts wird versendet.</translation>
    </message>
    <message>
        <source>A small made-up cohort and model that come with the program: every panel shows something at once.</source>
        <translation>Eine kleine erfundene Kohorte mit Modell, die dem Programm beiliegt: Jeder Bereich zeigt sofort etwas.</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Expression, clinical table, model, gene sets, network: choose them all at once, or drop them anywhere in the window. Each is recognised from its content.</source>
        <translation>Expression, klinische Tabelle, Modell, Gensätze, Netzwerk: alle auf einmal auswählen oder irgendwo ins Fenster ziehen. Jede Datei wird an ihrem Inhalt erkannt.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>open files of any kind</source>
        <translation>Dateien jeder Art öffnen</translation>
    </message>
    <message>
        <source>go to a step of the workflow</source>
        <translation>zu einem Schritt des Arbeitsablaufs gehen</translation>
    </message>
    <message>
        <source>run the step on screen</source>
        <translation>den angezeigten Schritt ausführen</translation>
    </message>
    <message>
        <source>export the figure on screen</source>
        <translation>die angezeigte Abbildung exportieren</translation>
    </message>
    <message>
        <source>all shortcuts</source>
        <translation>alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Where data come from</source>
        <translation>Woher die Daten kommen</translation>
    </message>
    <message>
        <source>Expression and clinical tables of TCGA cohorts: UCSC Xena (HiSeqV2, clinicalMatrix).&lt;br&gt;Metabolic model: Recon3D as SBML from BiGG.&lt;br&gt;Gene sets: the hallmark collection of MSigDB or Enrichr.&lt;br&gt;Interaction network: STRING.</source>
        <translation>Expressions- und klinische Tabellen von TCGA-Kohorten: UCSC Xena (HiSeqV2, clinicalMatrix).&lt;br&gt;Stoffwechselmodell: Recon3D als SBML von BiGG.&lt;br&gt;Gensätze: die Hallmark-Sammlung von MSigDB oder Enrichr.&lt;br&gt;Interaktionsnetzwerk: STRING.</translation>
    </message>
    <message>
        <source>&amp;Addresses and terms of use…</source>
        <translation>Adressen und &amp;Nutzungsbedingungen …</translation>
    </message>
    <message>
        <source>Open the e&amp;xample</source>
        <translation>B&amp;eispiel öffnen</translation>
    </message>
    <message>
        <source>Not saved when PathGAN ended</source>
        <translation>Beim letzten Ende von PathGAN nicht gespeichert</translation>
    </message>
    <message>
        <source>Unsaved project</source>
        <translation>Ungespeichertes Projekt</translation>
    </message>
    <message>
        <source>Recover %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>%1, last finished: %2</source>
        <translation>%1, zuletzt fertig: %2</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
</context>
</TS>
