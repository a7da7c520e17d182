//! From the text of a file to a tree.

use std::sync::Arc;

use toml_parser::Source;
use toml_parser::lexer::Token;
use toml_parser::parser::{ValidateWhitespace, parse_document};

use crate::spec::reading::Reading;
use crate::spec::toml::pieces::Pieces;
use crate::spec::toml::receive::Reader;
use crate::spec::toml::sink::Sink;

/// Reads a file, as far as it can be read. The text is shorter than 2 GiB.
pub(crate) fn read(file: &Arc<str>) -> Reading {
    let source = Source::new(file);
    let mut reader = Reader::new(file);
    let mut sink = Sink::new(file);
    let mut pieces = Pieces::default();
    let mut parse = |piece: &[Token]| {
        let mut receiver = ValidateWhitespace::new(&mut reader, source);
        parse_document(piece, &mut receiver, &mut sink);
    };
    for token in source.lex() {
        pieces.push(token, &mut parse);
    }
    pieces.finish(&mut parse);
    reader.finish(sink)
}
