"""The words of a message that announce a type of thing: «la empresa X», «en X», «contiene X»."""

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.lectura import Lectura

_CUES: dict[TipoEntidad, frozenset[str]] = {
    TipoEntidad.PRODUCTO: frozenset({"producto", "productos", "marca", "comercial"}),
    TipoEntidad.INGREDIENTE: frozenset(
        {
            "ingrediente",
            "ingredientes",
            "activo",
            "activos",
            "base",
            "contiene",
            "contienen",
            "contenga",
        }
    ),
    TipoEntidad.CULTIVO: frozenset({"cultivo", "cultivos", "huerto", "huertos", "cuartel"}),
    TipoEntidad.VARIEDAD: frozenset({"variedad", "variedades"}),
    TipoEntidad.PLAGA: frozenset(
        {"plaga", "plagas", "enfermedad", "maleza", "contra", "controlar"}
    ),
    TipoEntidad.EMPRESA: frozenset({"empresa", "empresas", "compania", "cliente", "titular"}),
    TipoEntidad.TEMPORADA: frozenset(),
}
_BEFORE: dict[TipoEntidad, tuple[str, ...]] = {
    TipoEntidad.CULTIVO: ("en",),
    TipoEntidad.INGREDIENTE: ("con",),
    TipoEntidad.PLAGA: ("para", "pa", "contra"),
}


def announces(lectura: Lectura, inicio: int, tipo: TipoEntidad) -> bool:
    """Tell whether the words before word `inicio` say that a thing of this type comes."""
    before = _BEFORE.get(tipo, ())
    if any(lectura.comes_after(inicio, word) for word in before):
        return True
    return lectura.cue_before(inicio, _CUES[tipo])
