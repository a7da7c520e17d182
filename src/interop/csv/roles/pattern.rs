//! Patterns of titles, in which `*` stands for any text.

use super::parse::normal;

/// Writes a pattern as its words alone, and keeps the stars.
pub(super) fn normal_pattern(pattern: &str) -> String {
    pattern.split('*').map(normal).collect::<Vec<_>>().join("*")
}

/// Returns whether a text matches a pattern in which `*` stands for any text.
pub(super) fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, text, matches) in [
            ("seo", "seo", true),
            ("seo", "seo lead", false),
            ("seo*", "seo lead", true),
            ("*lead", "seo lead", true),
            ("*e*l*d", "seo lead", true),
            ("seo*seo", "seo", false),
            ("*", "", true),
            ("**", "x", true),
        ] {
            assert_eq!(glob(pattern, text), matches, "{pattern} {text}");
        }
    }
}
