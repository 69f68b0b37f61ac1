#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the embedded example: model, expression, clinical table, gene sets and interactions.

Python's standard library only, the same bytes for the same SEED. No patient's data and no other project's file
goes in: README.md says what is planted and why. Not part of the build; run it only to change the example.
"""

import gzip
import io
import math
import pathlib
import random

import example_genes as genes
import example_model as model

SEED = 20
FOLDER = pathlib.Path(__file__).parent
TUMOURS = 80
COHORTS = ("EXA", "EXB", "EXC")  # invented tissues
SHIFT = 0.6                      # log2, PLANTED genes, radiation_therapy = YES

# Programme -> (loading, noise) in log2: how far genes of a set move together and on their own.
PROGRAMMES = {
    "glutathione": (0.36, 0.33), "nrf2": (0.50, 0.35), "glycolysis": (0.22, 0.14), "death": (0.40, 0.35),     "tca": (0.17, 0.12), "oxphos": (0.17, 0.11), "aminoacid": (0.50, 0.30), "lipid": (0.60, 0.45),
    "repair": (0.35, 0.30), "cycle": (0.80, 0.40), "immune": (1.00, 0.55), "emt": (0.90, 0.50), "": (0.0, 0.4),
}
# The antioxidant programmes share their regulator, glycolysis and proliferation go together, and so on.
SHARED = {"nrf2": ("glutathione", 0.7), "cycle": ("repair", 0.6),
          "oxphos": ("tca", 0.7), "emt": ("immune", 0.3)}
# Genes with a mean of their own (log2): those whose abundance is common knowledge, and the leading isoenzymes.
MEANS = {
    "GAPDH": 15.2, "ENO1": 14.4, "PKM": 14.6, "ALDOA": 14.3, "LDHA": 13.9, "PGK1": 13.3, "TPI1": 13.2, "PGAM1": 12.3,
    "ACTB": 16.0, "EEF1A1": 15.9, "RPLP0": 14.6, "RPS18": 14.4, "UBC": 14.2, "B2M": 15.3, "CD74": 14.2, "FTL": 14.9,
    "FTH1": 14.8, "GPX4": 12.6, "GPX1": 12.4, "PRDX6": 10.6, "GPX2": 6.5, "GPX3": 9.3, "GSTP1": 12.5, "GSR": 9.9,
    "GCLC": 9.3, "GCLM": 9.1, "GSS": 9.8, "GLO1": 11.4, "HAGH": 9.6, "ADH5": 10.9, "ESD": 11.4, "CAT": 10.2,
    "SOD1": 12.9, "SOD2": 11.6, "CHAC1": 7.4, "CHAC2": 5.2, "GGT1": 8.8, "GGT5": 7.0, "GGT7": 7.3, "ANPEP": 9.1,
    "HK1": 11.2, "HK2": 9.8, "HK3": 5.6, "GCK": 1.2, "PKLR": 2.0, "ALDOB": 2.6, "PGAM2": 3.1, "ENO3": 6.2, "ENO2": 8.7,
    "FBP1": 7.6, "TKTL1": 2.3, "G6PD": 10.2, "PGD": 11.6, "TKT": 12.2, "NOX4": 4.8, "DUOX1": 4.4, "DUOX2": 3.6,
    "SLC25A5": 13.4, "SLC25A3": 13.2, "SLC25A6": 13.3, "ATP5F1B": 13.4, "ATP5F1A": 13.0, "COX4I1": 12.9,
    "MDH2": 12.0, "MDH1": 11.8, "IDH2": 12.0, "IDH1": 10.8, "PHGDH": 9.6, "PSAT1": 9.1, "PSPH": 8.3, "SLC2A1": 11.6,
    "COL1A1": 14.2, "COL1A2": 13.8, "COL3A1": 14.0, "FN1": 13.9, "SPARC": 13.5, "VIM": 13.6, "KRT8": 13.2, "KRT18": 13.0,
    "ALB": 1.4, "AFP": 0.8, "SFTPB": 2.4, "SFTPC": 1.5, "XIST": 6.0, "RPS4Y1": 6.5, "DDX3Y": 6.0, "GLS2": 3.4,
    "GLUD2": 2.7, "ALDH1L1": 7.1, "ALDH1L2": 6.8, "ABCC1": 10.2, "SLC6A9": 5.3, "SLC3A1": 3.0, "DPEP1": 3.8,
}
# Genes of more (or less) spread than their programme, as factors of both loading and noise.
SPREADS = {"PHGDH": 2.4, "PSAT1": 2.6, "CHAC1": 2.2, "CHAC2": 1.4, "GGT1": 2.3, "GPX2": 3.0, "ANPEP": 2.4, "GSS": 1.5,
           "GCLC": 1.6, "GCLM": 1.6, "GSR": 1.25, "GPX1": 1.25, "GPX4": 1.4, "GLO1": 1.7, "HAGH": 1.6, "ADH5": 2.3,
           "ESD": 1.6, "SOD2": 0.4, "GAPDH": 0.6, "PGK1": 0.6, "ENO1": 0.6, "PKM": 0.6, "PGAM1": 0.6, "HK1": 0.7,
           "G6PD": 0.8, "LDHA": 0.5, "LDHB": 0.5, "SLC16A1": 0.4, "SLC16A3": 0.4, "SLC25A3": 0.4, "SLC25A4": 0.6,
           "SLC25A5": 0.6, "SLC25A6": 0.6, "GLS": 0.5, "SLC25A22": 0.5, "SLC1A5": 0.4, "SLC38A1": 0.5, "SLC38A2": 0.5, "SLC2A1": 0.7,
           "SHMT1": 0.6, "MTHFD1": 0.6, "ALDH1L1": 0.7, "NNT": 0.7}


class Normal:
    """Standard normal numbers by Box and Muller, from Python's stable uniform stream."""

    def __init__(self, seed):
        self.uniform = random.Random(seed)

    def __call__(self):
        radius = math.sqrt(-2 * math.log(1 - self.uniform.random()))
        return radius * math.cos(2 * math.pi * self.uniform.random())


def barcode(number):
    return f"TCGA-EX-A{number:03d}"


def programme_of():
    """Gene -> programme of the first set that has it."""
    owner = {}
    for _, _, programme, members in genes.SETS:
        for gene in members.split():
            owner.setdefault(gene, programme)
    for gene in genes.OTHERS.split():
        owner.setdefault(gene, "")
    return owner


def patients(uniform):
    """Patients 1 … TUMOURS: (number, cohort, radiation); radiation is shuffled within each cohort."""
    rows = []
    for c, cohort in enumerate(COHORTS):
        numbers = [n for n in range(1, TUMOURS + 1) if n % len(COHORTS) == c]
        known = len(numbers) - 5
        words = ["YES"] * (known // 2) + ["NO"] * (known - known // 2)
        words += ["", "", "", "[Not Available]", "[Discrepancy]" if c else "NA"]
        uniform.shuffle(words)
        rows += [(n, cohort, word) for n, word in zip(numbers, words)]
    return sorted(rows)


def factors(normal, programmes):
    """One sample's latent factors, unit variance."""
    own = {p: normal() for p in programmes}
    values = dict(own)
    for p, (parent, r) in SHARED.items():
        values[p] = r * own[parent] + math.sqrt(1 - r * r) * own[p]
    return values


def expression(rows):
    """gene -> values by column, and the columns: tumours, a second sample of a patient, four normals."""
    normal = Normal(SEED)
    owner = programme_of()
    base = {g: MEANS.get(g, 9.4 + 1.5 * normal()) for g in owner}
    loading = {g: PROGRAMMES[p][0] * SPREADS.get(g, 1) * (0.8 + 0.4 * normal.uniform.random())
               for g, p in owner.items()}
    noise = {g: PROGRAMMES[p][1] * SPREADS.get(g, 1) for g, p in owner.items()}
    tissue = {g: {c: (0.08 if p in ("tca", "oxphos", "glycolysis") else 0.25) * normal() for c in COHORTS}
              for g, p in owner.items()}
    female = {n: normal.uniform.random() < 0.5 for n, *_ in rows}
    columns = [(f"{barcode(n)}-01", n, c, w) for n, c, w in rows]
    columns.append((f"{barcode(17)}-01B", *rows[16]))
    columns += [(f"{barcode(n)}-11", n, c, "") for n, c, w in rows if n in (4, 23, 41, 62)]
    values = {g: [] for g in owner}
    for name, number, cohort, radiation in columns:
        f = factors(normal, [p for p in PROGRAMMES if p])
        for gene, programme in owner.items():
            x = base[gene] + tissue[gene][cohort] + loading[gene] * f.get(programme, 0) + noise[gene] * normal()
            if radiation == "YES" and gene in genes.PLANTED:
                x += SHIFT
            if name.endswith("-11") and programme == "cycle":
                x -= 2.2
            if gene in ("XIST", "RPS4Y1", "DDX3Y"):
                x += 3.5 if (gene == "XIST") == female[number] else -5.5
            values[gene].append(max(0.0, x))
    return values, [c[0] for c in columns], female


def expression_table(values, columns, uniform):
    names = [g for g in values if g not in genes.UNMEASURED]
    uniform.shuffle(names)
    holes = {(uniform.randrange(len(names)), uniform.randrange(len(columns))): hole
             for hole in ("", "", "NA", "NA", "")}
    lines = ["\t".join(["sample", *columns])]
    for i, gene in enumerate(names):
        cells = [holes.get((i, j), f"{v:.4f}") for j, v in enumerate(values[gene])]
        lines.append("\t".join([genes.RENAMED.get(gene, gene), *cells]))
    return "\n".join(lines) + "\n"


def clinical_table(rows, columns, female, uniform):
    """Xena's clinicalMatrix; patient 71 has no row, patient 181 no expression."""
    header = ["sampleID", "_INTEGRATION", "_PATIENT", "_cohort", "radiation_therapy", "gender",
              "age_at_initial_pathologic_diagnosis", "vital_status", "pathologic_stage", "tobacco_smoking_history",
              "additional_radiation_therapy", "sample_type"]
    by_number = {n: (c, w) for n, c, w in rows}
    lines = ["\t".join(header)]
    details = {}
    for sample in [*columns, f"{barcode(181)}-01"]:
        number = int(sample[9:12])
        if number == 71:
            continue
        cohort, radiation = by_number.get(number, ("EXB", "NO"))
        if number not in details:
            age = str(round(min(88, max(27, 61 + 12 * (sum(uniform.random() for _ in range(12)) - 6)))))
            details[number] = [
                "FEMALE" if female.get(number, True) else "MALE",
                uniform.choice([age] * 14 + ["", "[Not Available]"]),
                uniform.choice(["LIVING"] * 6 + ["DECEASED"] * 3 + [""]),
                uniform.choice(["Stage I", "Stage II", "Stage II", "Stage III", "Stage IV", "[Unknown]", "[Discrepancy]"]),
                uniform.choice(["1", "2", "3", "4", "[Not Applicable]", ""]), ""]
        kind = "Solid Tissue Normal" if sample.endswith("-11") else "Primary Tumor"
        lines.append("\t".join([sample[:15], sample[:15], barcode(number), cohort, radiation, *details[number], kind]))
    unique = list(dict.fromkeys(lines))  # the second sample of a patient shares its 15-character row
    return "\n".join(unique) + "\n"


def gene_set_table():
    lines = []
    for name, description, _, members in genes.SETS:
        measured = [g for g in members.split() if g not in genes.UNMEASURED]
        lines.append("\t".join([name, description, *measured]))
    return "\n".join(lines) + "\n"


def interaction_table(uniform):
    """Pairs within a set, neighbours in its list (which is by complex and pathway order) above all."""
    pairs = set()
    for _, _, _, text in genes.SETS:
        members = text.split()
        for i, gene in enumerate(members):
            for step in (1, 2, 3):
                if i + step < len(members) and uniform.random() < 0.5:
                    pairs.add(tuple(sorted((gene, members[i + step]))))
            if uniform.random() < 0.45:
                pairs.add(tuple(sorted((gene, uniform.choice(members)))))
    return "gene1\tgene2\n" + "".join(f"{a}\t{b}\n" for a, b in sorted(pairs) if a != b)


def main():
    uniform = random.Random(SEED + 1)
    rows = patients(uniform)
    values, columns, female = expression(rows)
    if bad := model.check_balance():
        raise SystemExit(f"unbalanced: {bad}")
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(expression_table(values, columns, uniform).encode())
    (FOLDER / "expression.tsv.gz").write_bytes(buffer.getvalue())
    for name, text in (("clinical.tsv", clinical_table(rows, columns, female, uniform)),
                       ("gene_sets.gmt", gene_set_table()),
                       ("interactions.tsv", interaction_table(uniform)), ("model.xml", model.sbml())):
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
