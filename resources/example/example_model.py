# SPDX-License-Identifier: GPL-3.0-or-later
"""The example's metabolic model: written for this project from textbook biochemistry, with BiGG identifiers.

Imported by make_example.py. Formulas and charges are those at pH 7.2; every reaction but the exchanges and
BIOMASS_maintenance is balanced (check_balance proves it).
"""

import re

METABOLITES = """
glc__D|D-Glucose|C6H12O6|0
g6p|D-Glucose 6-phosphate|C6H11O9P|-2
f6p|D-Fructose 6-phosphate|C6H11O9P|-2
fdp|D-Fructose 1,6-bisphosphate|C6H10O12P2|-4
dhap|Dihydroxyacetone phosphate|C3H5O6P|-2
g3p|Glyceraldehyde 3-phosphate|C3H5O6P|-2
13dpg|3-Phospho-D-glyceroyl phosphate|C3H4O10P2|-4
3pg|3-Phospho-D-glycerate|C3H4O7P|-3
2pg|D-Glycerate 2-phosphate|C3H4O7P|-3
pep|Phosphoenolpyruvate|C3H2O6P|-3
pyr|Pyruvate|C3H3O3|-1
lac__L|L-Lactate|C3H5O3|-1
lac__D|D-Lactate|C3H5O3|-1
atp|ATP|C10H12N5O13P3|-4
adp|ADP|C10H12N5O10P2|-3
pi|Phosphate|HO4P|-2
h|Proton|H|1
h2o|Water|H2O|0
nad|NAD+|C21H26N7O14P2|-1
nadh|NADH|C21H27N7O14P2|-2
nadp|NADP+|C21H25N7O17P3|-3
nadph|NADPH|C21H26N7O17P3|-4
6pgl|6-Phospho-D-glucono-1,5-lactone|C6H9O9P|-2
6pgc|6-Phospho-D-gluconate|C6H10O10P|-3
ru5p__D|D-Ribulose 5-phosphate|C5H9O8P|-2
r5p|Ribose 5-phosphate|C5H9O8P|-2
xu5p__D|D-Xylulose 5-phosphate|C5H9O8P|-2
e4p|D-Erythrose 4-phosphate|C4H7O7P|-2
s7p|Sedoheptulose 7-phosphate|C7H13O10P|-2
co2|Carbon dioxide|CO2|0
o2|Oxygen|O2|0
o2s|Superoxide anion|O2|-1
h2o2|Hydrogen peroxide|H2O2|0
coa|Coenzyme A|C21H32N7O16P3S|-4
accoa|Acetyl-CoA|C23H34N7O17P3S|-4
succoa|Succinyl-CoA|C25H35N7O19P3S|-5
cit|Citrate|C6H5O7|-3
icit|Isocitrate|C6H5O7|-3
akg|2-Oxoglutarate|C5H4O5|-2
succ|Succinate|C4H4O4|-2
fum|Fumarate|C4H2O4|-2
mal__L|L-Malate|C4H4O5|-2
oaa|Oxaloacetate|C4H2O5|-2
asp__L|L-Aspartate|C4H6NO4|-1
glu__L|L-Glutamate|C5H8NO4|-1
gln__L|L-Glutamine|C5H10N2O3|0
nh4|Ammonium|H4N|1
fad|FAD|C27H31N9O15P2|-2
fadh2|FADH2|C27H33N9O15P2|-2
q10|Ubiquinone-10|C59H90O4|0
q10h2|Ubiquinol-10|C59H92O4|0
ficytC|Ferricytochrome c|C42H54FeN8O6S2|3
focytC|Ferrocytochrome c|C42H54FeN8O6S2|2
thf|5,6,7,8-Tetrahydrofolate|C19H21N7O6|-2
mlthf|5,10-Methylenetetrahydrofolate|C20H21N7O6|-2
methf|5,10-Methenyltetrahydrofolate|C20H20N7O6|-1
10fthf|10-Formyltetrahydrofolate|C20H21N7O7|-2
gly|Glycine|C2H5NO2|0
ser__L|L-Serine|C3H7NO3|0
cys__L|L-Cysteine|C3H7NO2S|0
3php|3-Phosphohydroxypyruvate|C3H2O7P|-3
pser__L|O-Phospho-L-serine|C3H6NO6P|-2
glucys|gamma-L-Glutamyl-L-cysteine|C8H13N2O5S|-1
gthrd|Reduced glutathione|C10H16N3O6S|-1
gthox|Oxidized glutathione|C20H30N6O12S2|-2
cgly|L-Cysteinylglycine|C5H10N2O3S|0
5oxpro|5-Oxo-L-proline|C5H6NO3|-1
mthgxl|Methylglyoxal|C3H4O2|0
lgt__S|(R)-S-Lactoylglutathione|C13H20N3O8S|-1
fald|Formaldehyde|CH2O|0
Sfglutth|S-Formylglutathione|C11H16N3O7S|-1
for|Formate|CHO2|-1
"""

# id | name | equation | gene rule by symbol; SYMBOL.2 is the second transcript variant of a gene
REACTIONS = """
# Glycolysis
HEX1|Hexokinase|glc__D_c + atp_c -> g6p_c + adp_c + h_c|HK1 or HK2 or HK3 or GCK
PGI|Glucose-6-phosphate isomerase|g6p_c <-> f6p_c|GPI
PFK|Phosphofructokinase|f6p_c + atp_c -> fdp_c + adp_c + h_c|PFKL or PFKM or PFKP
FBA|Fructose-bisphosphate aldolase|fdp_c <-> dhap_c + g3p_c|ALDOA.1 or ALDOA.2 or ALDOB or ALDOC
TPI|Triose-phosphate isomerase|dhap_c <-> g3p_c|TPI1
GAPD|Glyceraldehyde-3-phosphate dehydrogenase|g3p_c + nad_c + pi_c <-> 13dpg_c + h_c + nadh_c|GAPDH
PGK|Phosphoglycerate kinase|3pg_c + atp_c <-> 13dpg_c + adp_c|PGK1
PGM|Phosphoglycerate mutase|2pg_c <-> 3pg_c|PGAM1 or PGAM2
ENO|Enolase|2pg_c <-> h2o_c + pep_c|ENO1 or ENO2 or ENO3
PYK|Pyruvate kinase|adp_c + h_c + pep_c -> atp_c + pyr_c|PKM.1 or PKM.2 or PKLR
LDH_L|L-Lactate dehydrogenase|lac__L_c + nad_c <-> h_c + nadh_c + pyr_c|LDHA or LDHB
# Pentose phosphate pathway
G6PDH2r|Glucose-6-phosphate dehydrogenase|g6p_c + nadp_c <-> 6pgl_c + h_c + nadph_c|G6PD
PGL|6-Phosphogluconolactonase|6pgl_c + h2o_c -> 6pgc_c + h_c|PGLS
GND|Phosphogluconate dehydrogenase|6pgc_c + nadp_c -> co2_c + nadph_c + ru5p__D_c|PGD
RPI|Ribose-5-phosphate isomerase|r5p_c <-> ru5p__D_c|RPIA
RPE|Ribulose-5-phosphate 3-epimerase|ru5p__D_c <-> xu5p__D_c|RPE
TKT1|Transketolase 1|r5p_c + xu5p__D_c <-> g3p_c + s7p_c|TKT or TKTL1
TKT2|Transketolase 2|e4p_c + xu5p__D_c <-> f6p_c + g3p_c|TKT or TKTL1
TALA|Transaldolase|g3p_c + s7p_c <-> e4p_c + f6p_c|TALDO1
# Citric acid cycle
PDHm|Pyruvate dehydrogenase|coa_m + nad_m + pyr_m -> accoa_m + co2_m + nadh_m|PDHA1 and PDHB and DLAT and DLD
CSm|Citrate synthase|accoa_m + h2o_m + oaa_m -> cit_m + coa_m + h_m|CS
ACONTm|Aconitate hydratase, mitochondrial|cit_m <-> icit_m|ACO2
ACONT|Aconitate hydratase, cytosolic|cit_c <-> icit_c|ACO1
ICDHxm|Isocitrate dehydrogenase (NAD+)|icit_m + nad_m -> akg_m + co2_m + nadh_m|IDH3A and IDH3B and IDH3G
ICDHyrm|Isocitrate dehydrogenase (NADP+), mitochondrial|icit_m + nadp_m <-> akg_m + co2_m + nadph_m|IDH2
ICDHyr|Isocitrate dehydrogenase (NADP+), cytosolic|icit_c + nadp_c -> akg_c + co2_c + nadph_c|IDH1
AKGDm|2-Oxoglutarate dehydrogenase|akg_m + coa_m + nad_m -> co2_m + nadh_m + succoa_m|OGDH and DLST and DLD
SUCOASm|Succinate-CoA ligase (ADP-forming)|atp_m + coa_m + succ_m <-> adp_m + pi_m + succoa_m|SUCLG1 and SUCLA2
SUCD1m|Succinate dehydrogenase|fad_m + succ_m <-> fadh2_m + fum_m|SDHA and SDHB and SDHC and SDHD
FUMm|Fumarase|fum_m + h2o_m <-> mal__L_m|FH
MDHm|Malate dehydrogenase, mitochondrial|mal__L_m + nad_m <-> h_m + nadh_m + oaa_m|MDH2
MDH|Malate dehydrogenase, cytosolic|mal__L_c + nad_c <-> h_c + nadh_c + oaa_c|MDH1
ME2|Malic enzyme (NADP+)|mal__L_c + nadp_c -> co2_c + nadph_c + pyr_c|ME1
# Oxidative phosphorylation
NADH2_u10mi|NADH dehydrogenase (complex I)|5 h_m + nadh_m + q10_m -> 4 h_i + nad_m + q10h2_m|NDUFS1 and NDUFS2 and NDUFV1 and NDUFA9 and NDUFB8
FADH2ETC|Electron transfer from FADH2 to ubiquinone (complex II)|fadh2_m + q10_m -> fad_m + q10h2_m|
CYOR_u10mi|Ubiquinol-cytochrome c reductase (complex III)|2 ficytC_m + 2 h_m + q10h2_m -> 2 focytC_m + 4 h_i + q10_m|UQCRC1 and UQCRC2 and UQCRFS1 and CYC1
CYOOm2i|Cytochrome c oxidase (complex IV)|4 focytC_m + 8 h_m + o2_m -> 4 ficytC_m + 2 h2o_m + 4 h_i|COX4I1 and COX5A and COX5B and COX7A2
ATPS4mi|ATP synthase (four protons for one ATP)|adp_m + 4 h_i + pi_m -> atp_m + h2o_m + 3 h_m|ATP5F1A and ATP5F1B and ATP5F1C and ATP5PO
THD1m|NAD(P) transhydrogenase|h_c + nadh_m + nadp_m -> h_m + nad_m + nadph_m|NNT.1 or NNT.2
# Amino acid and one-carbon metabolism
ASPTA|Aspartate transaminase, cytosolic|akg_c + asp__L_c <-> glu__L_c + oaa_c|GOT1
ASPTAm|Aspartate transaminase, mitochondrial|akg_m + asp__L_m <-> glu__L_m + oaa_m|GOT2
GLUNm|Glutaminase|gln__L_m + h2o_m -> glu__L_m + nh4_m|GLS.1 or GLS.2 or GLS2
GLUDxm|Glutamate dehydrogenase (NAD+)|glu__L_m + h2o_m + nad_m <-> akg_m + h_m + nadh_m + nh4_m|GLUD1 or GLUD2
PGCD|Phosphoglycerate dehydrogenase|3pg_c + nad_c -> 3php_c + h_c + nadh_c|PHGDH
PSERT|Phosphoserine transaminase|3php_c + glu__L_c -> akg_c + pser__L_c|PSAT1
PSP_L|Phosphoserine phosphatase|h2o_c + pser__L_c -> pi_c + ser__L_c|PSPH
GHMT2r|Glycine hydroxymethyltransferase|ser__L_c + thf_c <-> gly_c + h2o_c + mlthf_c|SHMT1.1 or SHMT1.2
MTHFD|Methylenetetrahydrofolate dehydrogenase (NADP+)|mlthf_c + nadp_c <-> methf_c + nadph_c|MTHFD1
MTHFC|Methenyltetrahydrofolate cyclohydrolase|h2o_c + methf_c <-> 10fthf_c + h_c|MTHFD1
FTHFDH|10-Formyltetrahydrofolate dehydrogenase|10fthf_c + h2o_c + nadp_c -> co2_c + h_c + nadph_c + thf_c|ALDH1L1 or ALDH1L2
FTHFLi|Formate-tetrahydrofolate ligase|atp_c + for_c + thf_c -> 10fthf_c + adp_c + pi_c|MTHFD1
FldAct|Formaldehyde release from methylenetetrahydrofolate|fald_c + thf_c <-> h2o_c + mlthf_c|
# Glutathione metabolism
GLUCYS|Glutamate-cysteine ligase|atp_c + cys__L_c + glu__L_c -> adp_c + glucys_c + h_c + pi_c|GCLC and GCLM
GTHS|Glutathione synthetase|atp_c + glucys_c + gly_c -> adp_c + gthrd_c + h_c + pi_c|GSS
GTHOr|Glutathione-disulfide reductase, cytosolic|gthox_c + h_c + nadph_c -> 2 gthrd_c + nadp_c|GSR
GTHOm|Glutathione-disulfide reductase, mitochondrial|gthox_m + h_m + nadph_m -> 2 gthrd_m + nadp_m|GSR
GTHPi|Glutathione peroxidase, cytosolic|2 gthrd_c + h2o2_c -> gthox_c + 2 h2o_c|GPX1.1 or GPX1.2 or GPX2 or PRDX6
GTHPm|Glutathione peroxidase, mitochondrial|2 gthrd_m + h2o2_m -> gthox_m + 2 h2o_m|GPX4
GGTAe2|Gamma-glutamyltransferase (hydrolysis)|gthrd_e + h2o_e -> cgly_e + glu__L_e|GGT1 or GGT5 or GGT7
AMPTASECGe|Cysteinylglycine dipeptidase, extracellular|cgly_e + h2o_e -> cys__L_e + gly_e|ANPEP or DPEP1
GSHCYCc|Glutathione-specific gamma-glutamylcyclotransferase|gthrd_c -> 5oxpro_c + cgly_c|CHAC1 or CHAC2
AMPTASECG|Cysteinylglycine dipeptidase, cytosolic|cgly_c + h2o_c -> cys__L_c + gly_c|CNDP2 or LAP3
OPAH|5-Oxoprolinase|5oxpro_c + atp_c + 2 h2o_c -> adp_c + glu__L_c + h_c + pi_c|OPLAH
# Detoxification by glutathione
MGSA|Methylglyoxal formation from dihydroxyacetone phosphate (spontaneous)|dhap_c -> mthgxl_c + pi_c|
LGTHL|Lactoylglutathione lyase|gthrd_c + mthgxl_c -> lgt__S_c|GLO1
GLYOX|Hydroxyacylglutathione hydrolase|h2o_c + lgt__S_c -> gthrd_c + h_c + lac__D_c|HAGH.1 or HAGH.2
FALDH|Formaldehyde dehydrogenase|fald_c + gthrd_c + nad_c <-> Sfglutth_c + h_c + nadh_c|ADH5
SFGTHi|S-Formylglutathione hydrolase|Sfglutth_c + h2o_c -> for_c + gthrd_c + h_c|ESD
# Reactive oxygen species
ROSLm|Superoxide leak of the respiratory chain (spontaneous)|q10h2_m + 2 o2_m -> q10_m + 2 o2s_m + 2 h_m|
SPODMm|Superoxide dismutase, mitochondrial|2 h_m + 2 o2s_m -> h2o2_m + o2_m|SOD2.1 or SOD2.2
CATm|Catalase|2 h2o2_m -> 2 h2o_m + o2_m|CAT
H2O2syn|NADPH oxidase (hydrogen peroxide forming)|h_c + nadph_c + o2_c -> h2o2_c + nadp_c|NOX4 or DUOX1 or DUOX2
# Transport, extracellular
GLCt1|Glucose uniport|glc__D_e <-> glc__D_c|SLC2A1 or SLC2A3
L_LACt2r|L-Lactate-proton symport|h_e + lac__L_e <-> h_c + lac__L_c|SLC16A1 or SLC16A3
D_LACt2|D-Lactate-proton symport|h_e + lac__D_e <-> h_c + lac__D_c|SLC16A1 or SLC16A3
GLNt2r|Glutamine-proton symport|gln__L_e + h_e <-> gln__L_c + h_c|SLC1A5 or SLC38A1 or SLC38A2
GLYt2r|Glycine-proton symport|gly_e + h_e <-> gly_c + h_c|SLC36A1 or SLC6A9
CYSt2r|Cysteine-proton symport|cys__L_e + h_e <-> cys__L_c + h_c|SLC1A4 or SLC3A1
GTHRDt2|Glutathione export|gthrd_e <- gthrd_c|ABCC1 or ABCC4
GTHOXti2|Glutathione disulfide export (ATP-driven)|atp_c + gthox_c + h2o_c -> adp_c + gthox_e + h_c + pi_c|ABCC1
PIt2r|Phosphate-proton symport|h_e + pi_e <-> h_c + pi_c|SLC20A1 or SLC20A2
O2t|Oxygen diffusion|o2_e <-> o2_c|
CO2t|Carbon dioxide diffusion|co2_e <-> co2_c|
H2Ot|Water transport|h2o_e <-> h2o_c|
Ht|Proton diffusion|h_e <-> h_c|
NH4t|Ammonium transport|nh4_e <-> nh4_c|
H2O2t|Hydrogen peroxide diffusion|h2o2_e <-> h2o2_c|
# Transport, mitochondrial
PYRt2m|Mitochondrial pyruvate carrier|h_c + pyr_c -> h_m + pyr_m|MPC1 and MPC2
ATPtm|ADP/ATP translocase|adp_c + atp_m -> adp_m + atp_c|SLC25A4 or SLC25A5 or SLC25A6
PIt2m|Mitochondrial phosphate carrier|h_c + pi_c <-> h_m + pi_m|SLC25A3.1 or SLC25A3.2
AKGMALtm|Oxoglutarate/malate carrier|akg_m + mal__L_c <-> akg_c + mal__L_m|SLC25A11
ASPGLUm|Aspartate/glutamate carrier|asp__L_m + glu__L_c + h_c -> asp__L_c + glu__L_m + h_m|SLC25A12 or SLC25A13
CITtam|Citrate/malate carrier|cit_c + mal__L_m <-> cit_m + mal__L_c|SLC25A1
GLNtm|Mitochondrial glutamine transport|gln__L_c -> gln__L_m|
GLUt2m|Mitochondrial glutamate carrier|glu__L_c + h_c <-> glu__L_m + h_m|SLC25A18 or SLC25A22
r0885|Glutathione/phosphate carrier, mitochondrial|gthrd_c + pi_m <-> gthrd_m + pi_c|SLC25A10
r2520|Glutathione/oxoglutarate carrier, mitochondrial|akg_m + gthrd_c <-> akg_c + gthrd_m|SLC25A11
O2tm|Oxygen diffusion, mitochondrial|o2_c <-> o2_m|
CO2tm|Carbon dioxide diffusion, mitochondrial|co2_c <-> co2_m|
H2Otm|Water transport, mitochondrial|h2o_c <-> h2o_m|
NH4tm|Ammonium transport, mitochondrial|nh4_c <-> nh4_m|
H2O2tm|Hydrogen peroxide diffusion, mitochondrial|h2o2_c <-> h2o2_m|
# Biomass and maintenance functions
ATPM|ATP maintenance requirement|atp_c + h2o_c -> adp_c + h_c + pi_c|
BIOMASS_maintenance|Biomass maintenance reaction (reduced)|BIOMASS|
"""

# The reduced biomass, mmol/gDW. Amino acids that the model lacks are counted with the member of their
# biosynthetic family that it has (aspartate, glutamate, serine); a hexose and a pentose phosphate stand for
# glycans and nucleotides; the rest is the energy of polymerisation.
BIOMASS = """20.65 atp_c + 20.65 h2o_c + 1.97 asp__L_c + 0.05 cys__L_c + 0.275 g6p_c + 0.326 gln__L_c
 + 1.16 glu__L_c + 0.539 gly_c + 0.15 r5p_c + 1.8 ser__L_c
 -> 20.65 adp_c + 20.65 h_c + 20.65 pi_c"""

# Exchanges: metabolite, lower bound (uptake), upper bound; wide open, as Recon3D is distributed.
EXCHANGES = """
glc__D lac__L lac__D gln__L glu__L gly cys__L o2 co2 h2o h pi nh4 gthrd gthox h2o2
"""

# Entrez ids of the genes of the rules.
ENTREZ = dict(pair.split(":") for pair in """
HK1:3098 HK2:3099 HK3:3101 GCK:2645 GPI:2821 PFKL:5211 PFKM:5213 PFKP:5214 ALDOA:226 ALDOB:229 ALDOC:230
TPI1:7167 GAPDH:2597 PGK1:5230 PGAM1:5223 PGAM2:5224 ENO1:2023 ENO2:2026 ENO3:2027 PKM:5315 PKLR:5313
LDHA:3939 LDHB:3945 G6PD:2539 PGLS:25796 PGD:5226 RPIA:22934 RPE:6120 TKT:7086 TKTL1:8277 TALDO1:6888
PDHA1:5160 PDHB:5162 DLAT:1737 DLD:1738 CS:1431 ACO2:50 ACO1:48 IDH3A:3419 IDH3B:3420 IDH3G:3421 IDH2:3418
IDH1:3417 OGDH:4967 DLST:1743 SUCLG1:8802 SUCLA2:8803 SDHA:6389 SDHB:6390 SDHC:6391 SDHD:6392 FH:2271
MDH2:4191 MDH1:4190 ME1:4199 NDUFS1:4719 NDUFS2:4720 NDUFV1:4723 NDUFA9:4704 NDUFB8:4714 UQCRC1:7384
UQCRC2:7385 UQCRFS1:7386 CYC1:1537 COX4I1:1327 COX5A:9377 COX5B:1329 COX7A2:1347 ATP5F1A:498 ATP5F1B:506
ATP5F1C:509 ATP5PO:539 NNT:23530 GOT1:2805 GOT2:2806 GLS:2744 GLS2:27165 GLUD1:2746 GLUD2:2747 PHGDH:26227
PSAT1:29968 PSPH:5723 SHMT1:6470 MTHFD1:4522 ALDH1L1:10840 ALDH1L2:160428 GCLC:2729 GCLM:2730 GSS:2937
GSR:2936 GPX1:2876 GPX2:2877 PRDX6:9588 GPX4:2879 GGT1:2678 GGT5:2687 GGT7:2686 ANPEP:290 DPEP1:1800
CHAC1:79094 CHAC2:494143 CNDP2:55748 LAP3:51056 OPLAH:26873 GLO1:2739 HAGH:3029 ADH5:128 ESD:2098 SOD2:6648
CAT:847 NOX4:50507 DUOX1:53905 DUOX2:50506 SLC2A1:6513 SLC2A3:6515 SLC16A1:6566 SLC16A3:9123 SLC1A5:6510
SLC38A1:81539 SLC38A2:54407 SLC36A1:206358 SLC6A9:6536 SLC1A4:6509 SLC3A1:6519 ABCC1:4363 ABCC4:10257
SLC20A1:6574 SLC20A2:6575 MPC1:51660 MPC2:25874 SLC25A4:291 SLC25A5:292 SLC25A6:293 SLC25A3:5250
SLC25A11:8402 SLC25A12:8604 SLC25A13:10165 SLC25A1:6576 SLC25A18:83733 SLC25A22:79751 SLC25A10:1468
""".split())

COMPARTMENTS = {"c": "cytosol", "m": "mitochondrial matrix", "i": "mitochondrial intermembrane space",
                "e": "extracellular space"}


def metabolites():
    """id without compartment -> (name, formula, charge)."""
    rows = (line.split("|") for line in METABOLITES.strip().splitlines())
    return {i: (name, formula, int(charge)) for i, name, formula, charge in rows}


def parse_equation(text):
    """'2 a_c + b_c <-> c_c' -> ({metabolite: coefficient}, lower, upper)."""
    for arrow, lower, upper in (("<->", -1000, 1000), ("->", 0, 1000), ("<-", -1000, 0)):
        if f" {arrow} " in text or text.endswith(" " + arrow):
            left, right = text.split(arrow)
            break
    else:
        raise ValueError(text)
    stoichiometry = {}
    for side, sign in ((left, -1), (right, 1)):
        for term in filter(None, (t.strip() for t in side.split(" + "))):
            number, _, name = term.rpartition(" ")
            stoichiometry[name] = stoichiometry.get(name, 0) + sign * float(number or 1)
    return stoichiometry, lower, upper


def reactions():
    """Rows (id, name, subsystem, stoichiometry, lower, upper, rule by symbol)."""
    rows, subsystem = [], ""
    for line in REACTIONS.strip().splitlines():
        if line.startswith("# "):
            subsystem = line[2:]
            continue
        ident, name, equation, rule = line.split("|")
        if equation == "BIOMASS":
            equation = " ".join(BIOMASS.split())
        rows.append((ident, name, subsystem, *parse_equation(equation), rule))
    names = metabolites()
    for metabolite in EXCHANGES.split():
        rows.append((f"EX_{metabolite}_e", f"{names[metabolite][0]} exchange", "Extracellular exchange",
                     {f"{metabolite}_e": -1.0}, -1000, 1000, ""))
    return rows


def rule_symbols(rule):
    return [word.split(".")[0] for word in re.findall(r"[A-Z0-9.]+", rule)]


def gene_id(word):
    """GPX1.2 -> 2876_AT2, GSR -> 2936_AT1."""
    symbol, _, variant = word.partition(".")
    return f"{ENTREZ[symbol]}_AT{variant or 1}"


def check_balance():
    """Ids of reactions whose elements or charges do not balance (exchanges and biomass left out)."""
    known, bad = metabolites(), []
    for ident, _, _, stoichiometry, *_ in reactions():
        if ident.startswith(("EX_", "BIOMASS")):
            continue
        total = {}
        for name, coefficient in stoichiometry.items():
            _, formula, charge = known[name.rsplit("_", 1)[0]]
            total["charge"] = total.get("charge", 0) + coefficient * charge
            for element, count in re.findall(r"([A-Z][a-z]?)(\d*)", formula):
                total[element] = total.get(element, 0) + coefficient * int(count or 1)
        if any(abs(value) > 1e-9 for value in total.values()):
            bad.append((ident, {k: v for k, v in total.items() if v}))
    return bad


def sbml():
    """The whole model as SBML level 3 version 1 with fbc version 2 and groups."""
    rows, known = reactions(), metabolites()
    species = sorted({m for row in rows for m in row[3]})
    words = sorted({w for row in rows for w in re.findall(r"[A-Z0-9.]*[A-Z][A-Z0-9.]*", row[6])})
    genes = {gene_id(w): w.split(".")[0] for w in words}
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core"',
           '      xmlns:fbc="http://www.sbml.org/sbml/level3/version1/fbc/version2"',
           '      xmlns:groups="http://www.sbml.org/sbml/level3/version1/groups/version1"',
           '      level="3" version="1" fbc:required="false" groups:required="false">',
           '  <model id="PathGAN_example" name="Example: human core metabolism with the glutathione cycle"',
           '         substanceUnits="mmol_per_gDW" timeUnits="hour" extentUnits="mmol_per_gDW" fbc:strict="true">',
           "    <listOfUnitDefinitions>",
           '      <unitDefinition id="mmol_per_gDW"><listOfUnits>',
           '        <unit kind="mole" exponent="1" scale="-3" multiplier="1"/>',
           '        <unit kind="gram" exponent="-1" scale="0" multiplier="1"/>',
           "      </listOfUnits></unitDefinition>",
           '      <unitDefinition id="hour"><listOfUnits>',
           '        <unit kind="second" exponent="1" scale="0" multiplier="3600"/>',
           "      </listOfUnits></unitDefinition>",
           '      <unitDefinition id="mmol_per_gDW_per_hr"><listOfUnits>',
           '        <unit kind="mole" exponent="1" scale="-3" multiplier="1"/>',
           '        <unit kind="gram" exponent="-1" scale="0" multiplier="1"/>',
           '        <unit kind="second" exponent="-1" scale="0" multiplier="3600"/>',
           "      </listOfUnits></unitDefinition>",
           "    </listOfUnitDefinitions>",
           "    <listOfCompartments>"]
    out += [f'      <compartment id="{i}" name="{n}" spatialDimensions="3" size="1" constant="true"/>'
            for i, n in COMPARTMENTS.items()]
    out += ["    </listOfCompartments>", "    <listOfSpecies>"]
    for name in species:
        base, compartment = name.rsplit("_", 1)
        title, formula, charge = known[base]
        out.append(f'      <species id="M_{name}" name="{title}" compartment="{compartment}" '
                   'hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false" '
                   f'fbc:charge="{charge}" fbc:chemicalFormula="{formula}"/>')
    bound = {-1000: "lower_bound", 0: "zero_bound", 1000: "upper_bound"}
    out += ["    </listOfSpecies>", "    <listOfParameters>"]
    out += [f'      <parameter id="{i}" value="{v}" units="mmol_per_gDW_per_hr" constant="true" sboTerm="SBO:0000626"/>'
            for v, i in bound.items()]
    out += ["    </listOfParameters>", "    <listOfReactions>"]
    for ident, name, _, stoichiometry, lower, upper, rule in rows:
        reversible = "true" if lower < 0 < upper else "false"
        sbo = ' sboTerm="SBO:0000627"' if ident.startswith("EX_") else (
            ' sboTerm="SBO:0000629"' if ident.startswith("BIOMASS") else "")
        out.append(f'      <reaction id="R_{ident}" name="{name}" reversible="{reversible}" fast="false"{sbo} '
                   f'fbc:lowerFluxBound="{bound[lower]}" fbc:upperFluxBound="{bound[upper]}">')
        for tag, sign in (("listOfReactants", -1), ("listOfProducts", 1)):
            side = [(m, sign * c) for m, c in stoichiometry.items() if sign * c > 0]
            if side:
                out.append(f"        <{tag}>")
                out += [f'          <speciesReference species="M_{m}" stoichiometry="{c:g}" constant="true"/>'
                        for m, c in side]
                out.append(f"        </{tag}>")
        if rule:
            out += ["        <fbc:geneProductAssociation>", *rule_xml(rule, "          "),
                    "        </fbc:geneProductAssociation>"]
        out.append("      </reaction>")
    out += ["    </listOfReactions>", '    <fbc:listOfObjectives fbc:activeObjective="growth">',
            '      <fbc:objective fbc:id="growth" fbc:type="maximize">', "        <fbc:listOfFluxObjectives>",
            '          <fbc:fluxObjective fbc:reaction="R_BIOMASS_maintenance" fbc:coefficient="1"/>',
            "        </fbc:listOfFluxObjectives>", "      </fbc:objective>", "    </fbc:listOfObjectives>",
            "    <fbc:listOfGeneProducts>"]
    out += [f'      <fbc:geneProduct fbc:id="G_{i}" fbc:name="{symbol}" fbc:label="{i}"/>'
            for i, symbol in sorted(genes.items(), key=lambda g: (int(g[0].split("_")[0]), g[0]))]
    out += ["    </fbc:listOfGeneProducts>", "    <groups:listOfGroups>"]
    for number, subsystem in enumerate(dict.fromkeys(row[2] for row in rows), 1):
        out += [f'      <groups:group groups:id="g{number}" groups:kind="partonomy" groups:name="{subsystem}">',
                "        <groups:listOfMembers>"]
        out += [f'          <groups:member groups:idRef="R_{row[0]}"/>' for row in rows if row[2] == subsystem]
        out += ["        </groups:listOfMembers>", "      </groups:group>"]
    out += ["    </groups:listOfGroups>", "  </model>", "</sbml>", ""]
    return "\n".join(out)


def rule_xml(rule, indent):
    """A rule of one level ('a and b', 'a or b', 'a'); the example needs no nesting."""
    operator = "and" if " and " in rule else "or"
    references = [f'<fbc:geneProductRef fbc:geneProduct="G_{gene_id(w)}"/>' for w in rule.split(f" {operator} ")]
    if len(references) == 1:
        return [indent + references[0]]
    return [f"{indent}<fbc:{operator}>", *(f"{indent}  {r}" for r in references), f"{indent}</fbc:{operator}>"]
