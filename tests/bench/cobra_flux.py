# SPDX-License-Identifier: GPL-3.0-or-later
"""COBRApy's side of bench_flux: one task a line on standard input, one line of answer.

Answer: seconds for one item, seconds for all, items measured, share of the processors it got while measured
(1: all it could use), then values. Numbers that are none are "nan".
"""

import logging
import resource
import struct
import sys
import time
import warnings
import zlib

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
import cobra
from cobra.flux_analysis import flux_variability_analysis, pfba, single_gene_deletion, single_reaction_deletion
from cobra.util import solver as sutil
from optlang.symbolics import Zero

models = {}


class Clock:
    """Seconds, and what share of `processes` processors they were spent on."""

    def __init__(self, processes=1):
        self.processes, self.wall, self.busy = processes, time.time(), self.processor()

    @staticmethod
    def processor():
        return sum(
            used.ru_utime + used.ru_stime
            for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
        )

    def read(self):
        spent = time.time() - self.wall
        return spent, min(1.0, (self.processor() - self.busy) / max(1e-9, spent * self.processes))


def model_of(path):
    if path not in models:
        models.clear()
        models[path] = cobra.io.read_sbml_model(path)
    return models[path]


def read(path):
    models.clear()
    clock = Clock()
    model = model_of(path)
    spent, share = clock.read()
    return spent, spent, 1, share, [len(model.reactions), len(model.metabolites), len(model.genes)]


def objective(path):
    model = model_of(path)
    clock = Clock()
    value = model.slim_optimize()
    spent, share = clock.read()
    return spent, spent, 1, share, [value]


def parsimonious(path):
    model = model_of(path)
    clock = Clock()
    value = pfba(model).objective_value
    spent, share = clock.read()
    return spent, spent, 1, share, [value]


def scaled(total, measured, processes, work):
    """Pools cost a fixed time to start: a small and a large subset tell it from the time of an item."""
    few = measured[: min(2, len(measured))]
    clock = Clock(processes)
    result = work(few)
    fixed, share = clock.read()
    if len(measured) == len(few):
        return fixed / len(few), fixed, len(few), share, result
    clock = Clock(processes)
    result = work(measured)
    spent, share = clock.read()
    item = max(0.0, spent - fixed) / (len(measured) - len(few))
    return item, spent + item * (total - len(measured)), len(measured), share, result


def variability(path, fraction, processes, step):
    model = model_of(path)
    ids = [r.id for r in model.reactions]

    def work(some):
        found = flux_variability_analysis(
            model, reaction_list=some, fraction_of_optimum=float(fraction), processes=int(processes)
        )
        found = found.loc[some]
        return [x for pair in zip(found["minimum"], found["maximum"]) for x in pair]

    return scaled(len(ids), ids[:: int(step)], int(processes), work)


def deletions(path, kind, processes, step):
    model = model_of(path)
    model.slim_optimize()
    items = model.genes if kind == "genes" else model.reactions
    delete = single_gene_deletion if kind == "genes" else single_reaction_deletion
    ids = [item.id for item in items]

    def work(some):
        found = delete(model, some, processes=int(processes))
        growth = {next(iter(i)): g for i, g in zip(found["ids"], found["growth"])}
        return [growth[i] for i in some]

    return scaled(len(ids), ids[:: int(step)], int(processes), work)


def samples(path, bounds_path, count):
    """Yields the model with the bounds of each sample set; only what differs is set."""
    model = model_of(path)
    size = len(model.reactions)
    with open(bounds_path, "rb") as file:
        for _ in range(int(count)):
            numbers = struct.unpack(f"{2 * size}d", file.read(16 * size))
            for reaction, low, high in zip(model.reactions, numbers[:size], numbers[size:]):
                if reaction.lower_bound != low or reaction.upper_bound != high:
                    reaction.bounds = (low, high)
            yield model


def over_samples(path, bounds_path, count, total, solve):
    """The first sample, which solves from nothing, is not timed."""
    values, original = [], [r.bounds for r in model_of(path).reactions]
    clock = Clock()
    for number, model in enumerate(samples(path, bounds_path, count)):
        values += solve(model)
        if number == 0:
            clock = Clock()
    spent, share = clock.read()
    item = spent / max(1, int(count) - 1)
    for reaction, bounds in zip(model_of(path).reactions, original):
        reaction.bounds = bounds
    return item, item * int(total), int(count) - 1, share, values


def sample_fba(path, bounds_path, count, total):
    def solve(model):
        return [model.optimize().objective_value]

    return over_samples(path, bounds_path, count, total, solve)


def sample_pfba(path, bounds_path, count, total):
    model = model_of(path)
    weights = {}
    for r in model.reactions:
        weight = 1 + 1e-3 * (zlib.crc32(r.id.encode()) % 100003) / 100003.0
        weights[r.forward_variable] = weights[r.reverse_variable] = weight

    def solve(model):
        with model:
            sutil.fix_objective_as_constraint(model, fraction=1 - 1e-9)
            model.objective = model.problem.Objective(Zero, direction="min", sloppy=True)
            model.objective.set_linear_coefficients(weights)
            return list(model.optimize().fluxes)

    return over_samples(path, bounds_path, count, total, solve)


def sample_plain_pfba(path, bounds_path, count, total):
    """COBRApy's own pfba(); answers the least total flux of each sample."""

    def solve(model):
        return [pfba(model).objective_value]

    return over_samples(path, bounds_path, count, total, solve)


def sample_capacity(path, bounds_path, count, total, targets):
    def solve(model):
        with model:
            growth = model.slim_optimize()
            sutil.fix_objective_as_constraint(model, fraction=0.9)
            values = [growth]
            for target in targets.split(","):
                model.objective = model.reactions.get_by_id(target)
                values.append(model.slim_optimize())
            return values

    return over_samples(path, bounds_path, count, total, solve)


def memory():
    return 0, 0, 1, 1, [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]


tasks = {
    task.__name__: task
    for task in (
        read,
        objective,
        parsimonious,
        variability,
        deletions,
        sample_fba,
        sample_pfba,
        sample_plain_pfba,
        sample_capacity,
        memory,
    )
}

if __name__ == "__main__":
    print(cobra.__version__, flush=True)
    for line in sys.stdin:
        name, *arguments = line.rstrip("\n").split("\t")
        item, whole, count, share, values = tasks[name](*arguments)
        numbers = (float("nan") if value is None else value for value in values)
        print(item, whole, count, share, *(repr(float(number)) for number in numbers), flush=True)
