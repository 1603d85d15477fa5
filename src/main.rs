//! The program `qd`: the only place that reads the environment and the clock.
#![expect(clippy::disallowed_methods, reason = "the one place that reads the environment and the clock")]

use std::io::IsTerminal;
use std::process::ExitCode;

use etcetera::BaseStrategy;
use quarterdeck::cli::{self, Opening, Surroundings, VARIABLES};

fn main() -> ExitCode {
    let around = surroundings();
    // Answers a shell that asks for completions, and ends there.
    clap_complete::CompleteEnv::with_factory(|| cli::completing(&around)).complete();
    ExitCode::from(cli::run(&around, cockpit))
}

fn surroundings() -> Surroundings {
    let folders = etcetera::choose_base_strategy().ok();
    let is_output_tty = std::io::stdout().is_terminal();
    let found = |name: &&'static str| std::env::var_os(name).map(|value| (*name, value));
    Surroundings {
        args: std::env::args_os().skip(1).collect(),
        variables: VARIABLES.iter().filter_map(found).collect(),
        now: chrono::Local::now().fixed_offset(),
        zone: iana_time_zone::get_timezone().ok(),
        data: folders.as_ref().map(BaseStrategy::data_dir),
        config: folders.as_ref().map(BaseStrategy::config_dir),
        is_input_tty: std::io::stdin().is_terminal(),
        is_output_tty,
        is_error_tty: std::io::stderr().is_terminal(),
        columns: crossterm::terminal::size().ok().filter(|_| is_output_tty).map(|(columns, _)| columns),
    }
}

/// Opens the cockpit over a book that is open already; the clock runs on unless it was set.
fn cockpit(opening: Opening) -> Result<(), cli::Trouble> {
    let set = opening.around.variable("QD_NOW").is_some().then_some(opening.desk.stamp.at);
    let clock = opening.settings.clock(opening.desk.stamp.at);
    cli::cockpit(opening, Box::new(move || set.unwrap_or_else(|| clock.at(&chrono::Utc::now()))))
}
