//! From the text of a file to a tree.

use std::sync::Arc;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};
use toml_parser::parser::{ValidateWhitespace, parse_document};

use crate::spec::reading::Reading;
use crate::spec::toml::receive::Reader;
use crate::spec::toml::sink::Sink;

/// How many tokens are parsed together, at least: enough to be quick, few enough to take little memory.
const CHUNK: usize = 1 << 16;

/// Reads a file, as far as it can be read. The text is shorter than 2 GiB.
pub(crate) fn read(file: &Arc<str>) -> Reading {
    let source = Source::new(file);
    let mut reader = Reader::new(file);
    let mut sink = Sink::new(file);
    let mut tokens = Vec::with_capacity(CHUNK.min(file.len()) + 1);
    let mut open = Open::default();
    for token in source.lex() {
        tokens.push(token);
        open.pass(token.kind());
        // Outside of brackets, the parser begins anew after each line.
        if CHUNK <= tokens.len() && token.kind() == TokenKind::Newline && open.is_nothing() {
            parse(&tokens, source, &mut reader, &mut sink);
            tokens.clear();
        }
    }
    parse(&tokens, source, &mut reader, &mut sink);
    reader.finish(sink)
}

fn parse(tokens: &[Token], source: Source<'_>, reader: &mut Reader<'_>, sink: &mut Sink<'_>) {
    let mut receiver = ValidateWhitespace::new(reader, source);
    parse_document(tokens, &mut receiver, sink);
}

/// How many brackets are open.
#[derive(Default)]
struct Open {
    square: usize,
    curly: usize,
}

impl Open {
    fn pass(&mut self, token: TokenKind) {
        match token {
            TokenKind::LeftSquareBracket => self.square += 1,
            TokenKind::RightSquareBracket => self.square = self.square.saturating_sub(1),
            TokenKind::LeftCurlyBracket => self.curly += 1,
            TokenKind::RightCurlyBracket => self.curly = self.curly.saturating_sub(1),
            _ => {}
        }
    }

    fn is_nothing(&self) -> bool {
        self.square == 0 && self.curly == 0
    }
}
