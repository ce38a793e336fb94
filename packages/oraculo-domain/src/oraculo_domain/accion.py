"""What a turn does, and where it leaves the conversation."""

from enum import StrEnum


class Accion(StrEnum):
    """The router's actions: the name that a turn is known by outside."""

    PEDIR_PROBLEMA = "PEDIR_PROBLEMA"
    CONSULTA_CER = "CONSULTA_CER"
    DETALLE = "DETALLE"
    CONSULTA_SAG = "CONSULTA_SAG"
    CONVERSAR = "CONVERSAR"
    ACLARAR = "ACLARAR"


class Estado(StrEnum):
    """What is on the table."""

    INICIO = "inicio"
    LISTADO = "listado"
    DETALLE = "detalle"
    ACLARACION = "aclaracion"
