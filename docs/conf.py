"""How Sphinx builds the documentation: no network, and every warning is an error."""

from __future__ import annotations

from importlib.metadata import version as installed_version
from typing import TYPE_CHECKING, Final

from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

DEPTH: Final = 2  # dots in `casa_model.rules.Verdict`: a public name of a floor

project = "casa_model"
author = "Gruppo casa_model"
copyright = "2026, Gruppo casa_model, EUPL-1.2"
version = release = installed_version("casa-model")
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = f"casa_model {release}"
html_show_sourcelink = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Docstrings quote with single backticks, as the messages for people do: they are code.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True, "show-inheritance": True}
autodoc_typehints = "signature"

nitpicky = True
nitpick_ignore_regex = [
    # Python, attrs and cattrs: their inventories are on the network, this build works without one.
    (r"py:.*", r"(?!casa_model\.).*"),
    # Type variables, and bases that only our own modules use: shown, not explained.
    (r"py:.*", r"casa_model\..*\.([A-Z]|_\w+\..*)"),
]


def _public(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.reference | None:
    """Lead a name to the page of its floor, wherever below it the name is defined."""
    name = node.get("reftarget", "").rpartition(".")[2]
    targets = {
        (entry.docname, entry.node_id)
        for path, entry in env.domains.python_domain.objects.items()
        if path.count(".") == DEPTH and path.rpartition(".")[2] == name
    }
    if node.get("refdomain") != "py" or len(targets) != 1:
        return None
    docname, anchor = targets.pop()
    return make_refnode(app.builder, node["refdoc"], docname, anchor, contnode, name)


def _words(_app: Sphinx, what: str, *others: object) -> None:
    """Keep what is said of an attribute from being read as `type: description`.

    Napoleon takes what stands before the first colon of its first line for a type. Ours stand in
    annotations, and a sentence may have a colon: an empty comment before it is a line without one.
    """
    *_, lines = others
    if what in {"attribute", "data", "property"} and isinstance(lines, list):
        lines[:0] = ["..", ""]


def setup(app: Sphinx) -> None:
    """Tell Sphinx who answers for a name that it cannot find, and how our docstrings are read."""
    app.connect("missing-reference", _public)
    app.connect("autodoc-process-docstring", _words, priority=100)  # before Napoleon, at 500
