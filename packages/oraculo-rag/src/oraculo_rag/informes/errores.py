"""Why a file cannot be read. Every message is for the person who manages the reports."""

from typing import ClassVar

from oraculo_rag.errores import RagError


class InformeError(RagError):
    """A report could not be read. Its text says what to do about it."""

    motivo: ClassVar[str] = "No se pudo leer el archivo."

    def __str__(self) -> str:
        return self.motivo


class ArchivoInexistenteError(InformeError):
    """There is nothing at the path."""

    motivo = "El archivo no existe. Revisa la ruta o vuelve a copiarlo."


class NoEsArchivoError(InformeError):
    """A folder, a symbolic link or a device."""

    motivo = (
        "No es un archivo corriente, sino una carpeta, un enlace o un dispositivo. "
        "Copia el informe mismo a la carpeta."
    )


class ArchivoIlegibleError(InformeError):
    """The operating system refused to read; it may not the next time."""

    retryable = True
    motivo = "El sistema no permite leer el archivo. Revisa los permisos y el disco y reintenta."


class ArchivoVacioError(InformeError):
    """Zero bytes, or nothing but white space."""

    motivo = "El archivo está vacío. Vuelve a descargarlo o a exportarlo."


class ArchivoDemasiadoGrandeError(InformeError):
    """Larger than `Limites` allows, compressed or not."""

    motivo = (
        "El archivo, o su contenido descomprimido, supera el tamaño permitido. "
        "Divídelo o expórtalo sin imágenes."
    )


class FormatoDesconocidoError(InformeError):
    """Not a PDF, a DOCX, Markdown or plain text, whatever its suffix says."""

    motivo = (
        "El contenido no es PDF, DOCX, Markdown ni texto, diga lo que diga su extensión. "
        "Expórtalo a PDF o DOCX."
    )


class ArchivoCifradoError(InformeError):
    """Opens with a password only."""

    motivo = "El archivo pide contraseña. Guarda una copia sin contraseña."


class ArchivoDanadoError(InformeError):
    """Cut short or corrupt."""

    motivo = "El archivo está dañado o incompleto. Vuelve a descargarlo o a exportarlo."


class SinTextoError(InformeError):
    """Opens, but no text is in it: scanned pages, or pictures only."""

    motivo = (
        "No hay texto que leer: el contenido es imagen o está vacío. "
        "Pásalo por reconocimiento de texto (OCR) o consigue el original."
    )


class PlazoAgotadoError(InformeError):
    """The time for the file is over."""

    motivo = "La lectura tardó más de lo permitido y se detuvo. Divide o simplifica el informe."


class LectorAusenteError(InformeError):
    """The library that reads the format is not installed."""

    motivo = "Falta la biblioteca que lee este formato. Instala oraculo-rag[informes]."
