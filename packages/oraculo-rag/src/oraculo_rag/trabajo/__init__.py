"""The workers' whole job: a query in, an answer out, the same for every runtime."""
