"""The closed word lists that rules read: folded, as the linker's tokens come."""


def _words(texto: str) -> frozenset[str]:
    return frozenset(texto.split())


SALUDO = _words(
    "hola holi buenas buenos buen dia dias tardes noches alo saludos que tal estimado estimada "
    "oraculo como estas esta"
)
"""A message of these words only is a greeting."""

CHARLA = _words(
    "gracias muchas mil ok okey listo perfecto excelente genial vale bueno bien chao adios "
    "hasta luego entiendo entendido buenisimo super bakan de acuerdo por todo te pasaste muy "
    "amable"
)
"""A message of these words only asks for nothing."""

TEMA_SAG = _words(
    "sag registro registros registrado registrados registrada registradas autorizado "
    "autorizados autorizada autorizadas autorizacion etiqueta etiquetas"
)

TEMA_CER = _words(
    "cer ensayo ensayos estudio estudios informe informes probado probados probaron evaluado "
    "evaluados evaluaron temporada temporadas"
)

TODO = _words("todo todos toda todas cuantos cuantas lista listado listar completo")
"""Words that ask for all of something."""

RELLENO = _words(
    "a al ahora algo algun alguno algunos alguna algunas aun busca buscar busque buscas buscalo "
    "buscala buscame con consulta consultar cual cuales cualquier cuantos cuantas dame de del "
    "dime donde e el ella ellos en entonces eres es esa esas ese eso esos esta estan estas este "
    "esto estos favor fue ha haber hacer hay haz he la las le lista listado listame lo los me "
    "mejor mi mira mismo mismos misma mostrar muestra muestrame mis nada necesito no nos o "
    "ofrece otra otras otro otros para pero por porfa porfavor producto productos puede pueden "
    "puedes puedo que quien quiero quisiera recomienda recomiendas resultado resultados revisa "
    "revisar sabes se segun ser si sirve sirven sobre solo son su sus tal tambien te tenemos "
    "tener tengo tiene tienen tienes toda todas todo todos tu u un una unas uno unos usar usan "
    "usado usados ver y ya"
)
"""Words that carry no subject of their own."""

ORDINALES = {
    "primero": 1, "primera": 1, "primer": 1, "segundo": 2, "segunda": 2, "tercero": 3,
    "tercera": 3, "tercer": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6,
    "sexta": 6, "septimo": 7, "septima": 7, "octavo": 8, "octava": 8, "noveno": 9, "novena": 9,
    "decimo": 10, "decima": 10, "ultimo": -1, "ultima": -1,
}  # fmt: skip
"""Positions by name, from 1; -1 is the last."""
