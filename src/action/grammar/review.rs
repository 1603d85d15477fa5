//! `review`: without a verb the funnel review, with one the rituals that were kept.

use clap::Args;

use super::Verb;

/// What `review` is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ReviewArgs {
    /// The verbs that every noun has.
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// From when on.
    #[arg(long, value_name = "WHEN")]
    pub since: Option<String>,
    /// Markdown.
    #[arg(long)]
    pub md: bool,
}
