"""Cascades and linear thresholds beside pynetim, cynetdiff and ndlib.

Reads lines "case seconds" of the library's bench from its input and prints, on the same network and
seeds, processor seconds per run of each peer with the ratio. A peer's time is that of its runs alone:
its graph and model are built before the clock starts, as the library's reading is taken off its own.
ndlib draws its configuration anew for every run; both parts count.

usage: python simulate.py EDGES, or python simulate.py --make EDGES to make the network
"""

import sys
import time

import networkx as nx

NODES, TIES, SEEDS = 100_000, 10, range(100)


def read(path):
    """The ties of a file, and the network."""
    with open(path) as lines:
        ties = [tuple(map(int, line.split()[:2])) for line in lines]
    graph = nx.Graph()
    graph.add_nodes_from(range(NODES))
    graph.add_edges_from(ties)
    return ties, graph


def pynetim(ties, p, runs):
    from pynetim.diffusion_model import IndependentCascadeModel
    from pynetim.graph import IMGraph

    graph = IMGraph(ties, weights=p, directed=False)
    model = IndependentCascadeModel(graph, set(SEEDS))
    start = time.process_time()
    mean = model.run_monte_carlo_diffusion(runs, random_seed=1)
    return (time.process_time() - start) / runs, mean


def cynetdiff(model, runs):
    model.set_seeds(list(SEEDS))
    total = 0
    start = time.process_time()
    for _ in range(runs):
        model.reset_model()
        model.advance_until_completion()
        total += model.get_num_activated_nodes()
    return (time.process_time() - start) / runs, total / runs


def cynetdiff_cascade(graph, p, runs):
    from cynetdiff.utils import networkx_to_ic_model

    return cynetdiff(networkx_to_ic_model(graph, activation_prob=p, rng=1)[0], runs)


def cynetdiff_threshold(graph, runs):
    from cynetdiff.utils import networkx_to_lt_model

    return cynetdiff(networkx_to_lt_model(graph.to_directed(), rng=1)[0], runs)


def ndlib(graph, p, runs):
    import ndlib.models.epidemics as epidemics
    import ndlib.models.ModelConfig as settings

    seconds, total = 0.0, 0
    for run in range(runs):
        model = epidemics.IndependentCascadesModel(graph, seed=run)
        start = time.process_time()
        config = settings.Configuration()
        config.add_model_initial_configuration("Infected", list(SEEDS))
        for tie in graph.edges():
            config.add_edge_configuration("threshold", tie, p)
        model.set_initial_status(config)
        while True:
            counts = model.iteration(node_status=False)["node_count"]
            if counts[1] == 0:
                break
        seconds += time.process_time() - start
        total += counts[2]
    return seconds / runs, total / runs


def main():
    if sys.argv[1] == "--make":
        with open(sys.argv[2], "w") as file:
            for a, b in nx.barabasi_albert_graph(NODES, TIES, seed=1).edges():
                file.write(f"{a} {b}\n")
        return
    ties, graph = read(sys.argv[1])
    peers = {
        "cascade-0.1": [
            ("pynetim", lambda: pynetim(ties, 0.1, 100)),
            ("cynetdiff", lambda: cynetdiff_cascade(graph, 0.1, 100)),
            ("ndlib", lambda: ndlib(graph, 0.1, 1)),
        ],
        "cascade-0.01": [
            ("pynetim", lambda: pynetim(ties, 0.01, 1000)),
            ("cynetdiff", lambda: cynetdiff_cascade(graph, 0.01, 1000)),
            ("ndlib", lambda: ndlib(graph, 0.01, 1)),
        ],
        "linear-threshold": [("cynetdiff", lambda: cynetdiff_threshold(graph, 10))],
    }
    print(f"{'case':<20} {'peer':<10} {'ours ms':>10} {'peer ms':>10} {'ratio':>9} {'peer mean':>10}")
    for line in sys.stdin:
        if line.startswith("#"):
            print(line.strip())
            continue
        name, seconds = line.split()
        ours = float(seconds)
        for peer, case in peers.get(name, []):
            theirs, mean = case()
            print(
                f"{name:<20} {peer:<10} {1e3 * ours:>10.3f} {1e3 * theirs:>10.2f}"
                f" {theirs / ours:>9.1f} {mean:>10.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
