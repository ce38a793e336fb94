"""What every collection looks like, on one machine and on a server."""

TEXTO = "texto"
"""The name of the sparse vector."""

DENSO = "denso"
"""The name of the dense vector, compared by cosine."""

INDEXADOS = ("tipo", "id", "informe", "entidades", "usos[].cultivo", "usos[].plaga")
"""The payload's fields that filters read."""

LOTE = 500
"""Points written at once."""

PAGINA = 1_000
"""Points listed at once."""
