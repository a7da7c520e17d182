//! Finding a figure by its name, or saying which may have been meant.

use crate::id::most_similar;
use crate::simulate::error::SimulationError;
use crate::simulate::figures::OF_DESIGN;

/// Returns the name of a figure of the design as it is kept.
pub(super) fn design_figure(name: &str) -> Result<&'static str, SimulationError> {
    let names = || OF_DESIGN.iter().map(|(name, ..)| *name);
    names().find(|known| *known == name).ok_or_else(|| SimulationError::UnknownFigure {
        figure: name.to_owned(),
        known: alike(name, names()),
    })
}

/// Returns, in words, what is most like a name; all there are where nothing is.
pub(super) fn alike<'n>(name: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    if let Some(similar) = most_similar(name, known.clone()) {
        return format!("did you mean `{similar}`?");
    }
    let all: Vec<String> = known.map(|name| format!("`{name}`")).collect();
    if all.is_empty() { "there are none".to_owned() } else { format!("there are {}", all.join(", ")) }
}
