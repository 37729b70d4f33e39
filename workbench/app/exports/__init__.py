"""Everything that a paper needs, in one folder: figures, tables, references, annotations, the network, the method."""

from workbench.app.exports.bundle import export

__all__ = ["export"]
