//! `bagan export`.

use std::fmt::Display;
use std::io;

use bagan::{AuthorityMatrix, DecisionMatrix, Matrix, RaciMatrix};

use crate::args::{ExportArgs, TableFormat, Target};
use crate::clock::today;
use crate::input;
use crate::output::{self, Status};

/// Writes one matrix of an org.
pub(crate) fn run(args: &ExportArgs) -> io::Result<Status> {
    let org = match input::org(&args.file) {
        Ok(org) => org,
        Err(status) => return Ok(status),
    };
    match args.to {
        Target::Raci => {
            let matrix = Matrix::raci(&org);
            let matrix = args.as_of.into_iter().fold(matrix, Matrix::on);
            write(&matrix, args.format, RaciMatrix::to_markdown, RaciMatrix::to_csv)
        }
        Target::Decisions => {
            let matrix = Matrix::decisions(&org);
            let matrix = args.as_of.into_iter().fold(matrix, Matrix::on);
            write(&matrix, args.format, DecisionMatrix::to_markdown, DecisionMatrix::to_csv)
        }
        Target::Authority => {
            let matrix = Matrix::authority(&org, args.as_of.unwrap_or_else(today));
            write(&matrix, args.format, AuthorityMatrix::to_markdown, AuthorityMatrix::to_csv)
        }
    }
}

fn write<M: Display>(
    matrix: &M,
    format: TableFormat,
    to_markdown: impl FnOnce(&M) -> String,
    to_csv: impl FnOnce(&M) -> String,
) -> io::Result<Status> {
    match format {
        TableFormat::Text => output::print(matrix)?,
        TableFormat::Markdown => output::print(to_markdown(matrix))?,
        TableFormat::Csv => output::print(to_csv(matrix))?,
    }
    Ok(Status::Clean)
}
