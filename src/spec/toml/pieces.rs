//! Tokens in pieces that the parser can take one by one.
//!
//! A file is cut after lines at which the parser begins anew, so that its tokens need not be in memory together.
//! It is cut as well where a bracket that was forgotten would take in the lines that follow: the parser would go on
//! looking for the end of the array, and each of these lines would be an error, or be lost.

use toml_parser::lexer::{Token, TokenKind};

/// How many tokens a piece has at least: enough to be quick, few enough to take little memory.
const ENOUGH: usize = 1 << 16;

/// The tokens of the piece that is being collected.
#[derive(Default)]
pub(super) struct Pieces {
    tokens: Vec<Token>,
    /// The brackets that are open, and where in `tokens`.
    open: Vec<(TokenKind, usize)>,
    /// Where in `tokens` the line begins, and whether only space has come since.
    line: usize,
    is_blank: bool,
    /// The last token that is neither space nor a comment.
    last: Option<TokenKind>,
}

impl Pieces {
    /// Adds a token, and parses what is complete.
    pub(super) fn push(&mut self, token: Token, parse: &mut impl FnMut(&[Token])) {
        let mut again = self.add(token, parse);
        // Tokens after a cut are looked at once more, with no bracket open.
        while let Some(token) = again.pop() {
            let mut more = self.add(token, parse);
            again.append(&mut more);
        }
    }

    /// Parses the rest.
    pub(super) fn finish(self, parse: &mut impl FnMut(&[Token])) {
        parse(&self.tokens);
    }

    /// Adds a token; if that shows that a bracket was forgotten, parses up to there and returns the rest reversed.
    fn add(&mut self, token: Token, parse: &mut impl FnMut(&[Token])) -> Vec<Token> {
        let kind = token.kind();
        self.tokens.push(token);
        match kind {
            TokenKind::Whitespace | TokenKind::Comment => {}
            TokenKind::Newline => {
                (self.line, self.is_blank) = (self.tokens.len(), true);
                if self.open.is_empty() && ENOUGH <= self.tokens.len() {
                    self.cut(self.tokens.len(), parse);
                }
            }
            _ => {
                if let Some(at) = self.forgotten(kind) {
                    return self.cut(at, parse);
                }
                self.is_blank = false;
                self.last = Some(kind);
                self.pass(kind);
            }
        }
        Vec::new()
    }

    /// Opens and closes brackets.
    fn pass(&mut self, kind: TokenKind) {
        let opens = match kind {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                self.open.push((kind, self.tokens.len() - 1));
                return;
            }
            TokenKind::RightSquareBracket => TokenKind::LeftSquareBracket,
            TokenKind::RightCurlyBracket => TokenKind::LeftCurlyBracket,
            _ => return,
        };
        if let Some(&(open, _)) = self.open.last()
            && open == opens
        {
            self.open.pop();
        }
    }

    /// Returns where to cut, if `next` cannot stand within the bracket that is open.
    fn forgotten(&self, next: TokenKind) -> Option<usize> {
        let &(open, at) = self.open.last()?;
        let begins_line = self.is_blank && at < self.line;
        let last = self.last?;
        let is_forgotten = if open == TokenKind::LeftCurlyBracket {
            let goes_on = matches!(last, TokenKind::Comma | TokenKind::LeftCurlyBracket | TokenKind::Equals)
                || matches!(next, TokenKind::Comma | TokenKind::RightCurlyBracket | TokenKind::Eof);
            begins_line && !goes_on
        } else {
            let goes_on = matches!(last, TokenKind::Comma | TokenKind::LeftSquareBracket);
            let is_header = begins_line && next == TokenKind::LeftSquareBracket && !goes_on;
            let is_key = next == TokenKind::Equals && at < self.line;
            if is_key {
                return Some(self.header_after(at).unwrap_or(self.line));
            }
            is_header
        };
        is_forgotten.then_some(self.line)
    }

    /// Returns where a line after the bracket at `open` begins that may be a header: `[a.b]` and no more.
    fn header_after(&self, open: usize) -> Option<usize> {
        let after = self.tokens.get(open..self.line)?;
        let mut line = open;
        for tokens in after.split_inclusive(|token| token.kind() == TokenKind::Newline) {
            let mut kinds = tokens
                .iter()
                .map(Token::kind)
                .filter(|kind| !matches!(kind, TokenKind::Whitespace | TokenKind::Comment));
            let begins = kinds.next() == Some(TokenKind::LeftSquareBracket) && line != open;
            let mut before_end = kinds.filter(|kind| *kind != TokenKind::Newline);
            if begins && before_end.next_back() == Some(TokenKind::RightSquareBracket) {
                return Some(line);
            }
            line += tokens.len();
        }
        None
    }

    /// Parses the tokens before `at`, and returns the others reversed.
    fn cut(&mut self, at: usize, parse: &mut impl FnMut(&[Token])) -> Vec<Token> {
        let mut rest = self.tokens.split_off(at.min(self.tokens.len()));
        rest.reverse();
        parse(&self.tokens);
        self.tokens.clear();
        self.open.clear();
        (self.line, self.is_blank, self.last) = (0, true, None);
        rest
    }
}
