//! Scopes of the syntaxes as tokens of ours.
//!
//! A scope is a path of words from the general to the particular, `string.quoted.double.json`; a
//! place in code has a stack of them. The names follow the conventions of Sublime Text and TextMate.

use super::Token;

/// What a scope says of the text that it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is this, whatever the scopes below say.
    Is(Token),
    /// It is plain, whatever the scopes below say.
    Plain,
    /// Nothing: ask the scope below.
    Open,
}

/// What stands first for a scope decides: the longer before the shorter.
const TABLE: &[(&str, Verdict)] = {
    use Token::*;
    use Verdict::*;
    &[
        ("comment", Is(Comment)),
        ("punctuation.definition.comment", Is(Comment)),
        // The quotes belong to the string, what stands between braces in it does not.
        ("punctuation.definition.string", Is(String)),
        ("punctuation.definition.variable", Open),
        ("punctuation.definition.parameter", Open),
        ("punctuation.definition.entity", Open),
        ("punctuation.definition.inserted", Is(Added)),
        ("punctuation.definition.deleted", Is(Removed)),
        ("punctuation.definition.heading", Is(Heading)),
        ("punctuation.definition.range", Is(Heading)),
        ("punctuation.definition.from-file", Is(Heading)),
        ("punctuation.definition.to-file", Is(Heading)),
        ("punctuation.definition.raw", Is(String)),
        ("punctuation.definition.anchor", Is(Variable)),
        ("punctuation.definition.annotation", Is(Name)),
        ("punctuation.section.interpolation", Is(Variable)),
        ("punctuation.section.expansion", Is(Variable)),
        ("punctuation.definition.template-expression", Is(Variable)),
        ("punctuation.separator.table", Is(Heading)),
        ("punctuation", Plain),
        ("string.unquoted.heredoc", Is(String)),
        ("string", Is(String)),
        ("constant.numeric", Is(Number)),
        // Parts of a name in SQL, and the one that stands for all columns.
        ("constant.other.database-name", Plain),
        ("constant.other.table-name", Plain),
        ("variable.language.star", Plain),
        ("constant", Is(Constant)),
        ("keyword.operator.assignment.alias", Is(Keyword)),
        ("keyword.operator.word", Is(Keyword)),
        ("keyword.operator.logical.python", Is(Keyword)),
        ("keyword.operator.logical.sql", Is(Keyword)),
        ("keyword.operator.dockerfile", Is(Keyword)),
        ("keyword.operator.new", Is(Keyword)),
        ("keyword.operator.expression", Is(Keyword)),
        ("keyword.operator", Plain),
        ("keyword.name", Is(Name)),
        ("keyword.other.block", Is(Variable)),
        ("keyword.other.unit", Is(Number)),
        ("keyword", Is(Keyword)),
        ("storage.type.string", Is(String)),
        ("storage.type.primitive", Is(Type)),
        ("storage.type.buildin", Is(Type)),
        ("storage.type.numeric", Is(Number)),
        ("storage", Is(Keyword)),
        ("support.type.property-name", Is(Name)),
        ("support.type", Is(Type)),
        ("support.class", Is(Type)),
        ("support.constant", Is(Constant)),
        ("support.function", Is(Function)),
        ("support.macro", Is(Function)),
        ("entity.name.function", Is(Function)),
        ("entity.name.macro", Is(Function)),
        ("entity.name.constant", Is(Constant)),
        ("entity.name.enum.tag-digest", Is(Constant)),
        ("entity.name.section", Is(Heading)),
        ("entity.name.table", Is(Heading)),
        ("entity.section", Is(Heading)),
        ("entity.name.tag", Is(Name)),
        ("entity.name.other.anchor", Is(Variable)),
        ("entity.name.context.location", Is(String)),
        ("entity.name.variable", Plain),
        ("entity.name.label", Is(Name)),
        ("entity.name", Is(Type)),
        ("entity.other.inherited-class", Is(Type)),
        ("entity.other.attribute-name", Is(Name)),
        ("variable.function", Is(Function)),
        ("variable.annotation", Is(Name)),
        ("variable.declaration.terraform", Is(Name)),
        ("variable.parameter.option", Is(Name)),
        ("variable.parameter.makefile", Is(Variable)),
        ("variable.parameter.template", Is(Variable)),
        ("variable.language.automatic", Is(Variable)),
        ("variable.language", Is(Constant)),
        ("variable.stage-name", Is(Type)),
        ("variable.other.makefile", Is(Name)),
        ("variable.other.php", Is(Variable)),
        ("variable.other.fish", Is(Variable)),
        ("variable", Open),
        ("meta.group.expansion", Is(Variable)),
        ("meta.mapping.key", Is(Name)),
        ("meta.interpolation", Plain),
        ("meta.template.expression", Plain),
        ("meta.embedded", Plain),
        ("meta.diff.header", Is(Heading)),
        ("meta.diff.range", Is(Heading)),
        ("markup.inserted", Is(Added)),
        ("markup.deleted", Is(Removed)),
        ("markup.heading", Is(Heading)),
        ("markup.raw", Is(String)),
        ("markup.underline.link", Is(String)),
        ("source", Plain),
        ("text", Plain),
    ]
};

/// What the scope `name` says.
pub(super) fn verdict(name: &str) -> Verdict {
    let under = |start: &str| {
        name.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    TABLE.iter().find(|(start, _)| under(start)).map_or(Verdict::Open, |(_, verdict)| *verdict)
}
