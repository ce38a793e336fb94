"""The layouts that reports come in: real archives hold many hands' work, and so does this one."""

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4, landscape, letter

from generador.ensayos import Maqueta
from generador.pdf.estilo import HELVETICA, TIMES, Estilo

_CORRIENTE = (
    "antecedentes",
    "objetivo",
    "metodos",
    "resultados",
    "discusion",
    "conclusiones",
    "anexo",
)

MAQUETAS: dict[Maqueta, Estilo] = {
    "columna": Estilo(
        pagina=A4,
        margen=62,
        fuente=HELVETICA,
        cuerpo=10,
        color=HexColor(0x1F5130),
        titulacion="decimal",
        lineas="rejilla",
        secciones=("resumen", *_CORRIENTE),
    ),
    "revista": Estilo(
        pagina=A4,
        margen=54,
        fuente=TIMES,
        cuerpo=10.5,
        color=black,
        titulacion="capitales",
        lineas="filetes",
        secciones=("resumen", *_CORRIENTE),
        columnas=2,
        guiones=True,
        rotulo_tabla="Cuadro",
        filas_con_nombre=False,
    ),
    "apaisada": Estilo(
        pagina=landscape(A4),
        margen=54,
        fuente=HELVETICA,
        cuerpo=10,
        color=HexColor(0x7A2E12),
        titulacion="capitales",
        lineas="bandas",
        secciones=_CORRIENTE,
        rotulo_figura="Gráfico",
    ),
    "carta": Estilo(
        pagina=letter,
        margen=72,
        fuente=TIMES,
        cuerpo=11,
        color=HexColor(0x1B2A52),
        titulacion="romana",
        lineas="rejilla",
        secciones=_CORRIENTE,
        portada=True,
        guiones=True,
        rotulo_tabla="Cuadro",
    ),
    "ejecutiva": Estilo(
        pagina=letter,
        margen=60,
        fuente=HELVETICA,
        cuerpo=9.5,
        color=HexColor(0x5B2A6B),
        titulacion="simple",
        lineas="bandas",
        secciones=(
            "objetivo",
            "conclusiones",
            "antecedentes",
            "metodos",
            "resultados",
            "discusion",
            "anexo",
        ),
    ),
}
