//! What a key says: a command that moves the cockpit, or a line of the shell's grammar.

use crate::action::grammar;
use crate::domain::review::Verdict;

/// Where a key holds; a tab belongs to its screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// What matters today.
    Today,
    /// The weekly sweep.
    Sweep,
    /// What became of the funnel since the last review.
    Review,
    /// The key accounts, to be judged.
    KeyAccounts,
    /// The plan of a month's visits.
    CallPlan,
    /// Visits, dated to-dos and close dates.
    Calendar,
    /// What has to be done.
    Todos,
    /// Forecast, won and lost.
    Reports,
    /// The category of each open deal.
    ForecastCall,
    /// The funnel, as list or board.
    Funnel,
    /// A deal, whatever its tab.
    Deal,
    /// A deal's fifteen questions.
    Assess,
    /// A deal's factors and rivals, whatever its view.
    Compete,
    /// Its factors against us and the rivals.
    Factors,
    /// Its rivals, and our strategy.
    Rivals,
    /// The questions as a rival answers them.
    Eye,
    /// A deal's people and decision process, whatever the view.
    Decide,
    /// A deal's people as they report.
    People,
    /// A deal's people as they sway each other.
    Map,
    /// A deal's decision steps.
    Steps,
    /// What a deal needs next, and what it has cost.
    Manage,
    /// A deal's background.
    Background,
    /// A deal's timeline.
    Log,
    /// Every change of a deal.
    Changes,
    /// A timeline that is a screen of its own.
    Timeline,
    /// All accounts.
    Accounts,
    /// One account.
    Account,
}

impl Place {
    /// The tab that a view belongs to.
    #[must_use]
    pub fn tab(self) -> Self {
        match self {
            Self::Factors | Self::Rivals | Self::Eye => Self::Compete,
            Self::People | Self::Map | Self::Steps => Self::Decide,
            Self::Changes => Self::Log,
            other => other,
        }
    }

    /// The screen that a tab belongs to.
    #[must_use]
    pub fn screen(self) -> Self {
        match self.tab() {
            Self::Assess | Self::Compete | Self::Decide | Self::Manage | Self::Background | Self::Log => {
                Self::Deal
            }
            other => other,
        }
    }

    /// The screen with a number that it belongs to.
    pub fn main(self) -> Main {
        match self {
            Self::Today | Self::Sweep => Main::Today,
            Self::Funnel
            | Self::Review
            | Self::Deal
            | Self::Assess
            | Self::Compete
            | Self::Factors
            | Self::Rivals
            | Self::Eye
            | Self::Decide
            | Self::People
            | Self::Map
            | Self::Steps
            | Self::Manage
            | Self::Background
            | Self::Log
            | Self::Changes => Main::Funnel,
            Self::Calendar | Self::CallPlan => Main::Calendar,
            Self::Todos => Main::Todos,
            Self::Accounts | Self::Account | Self::KeyAccounts | Self::Timeline => Main::Accounts,
            Self::Reports | Self::ForecastCall => Main::Reports,
        }
    }

    /// Whether what holds in `other` holds here.
    pub fn is_in(self, other: Self) -> bool {
        self == other || self.tab() == other || self.screen() == other
    }
}

/// The screens that have a number, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Main {
    /// 1
    Today,
    /// 2
    Funnel,
    /// 3
    Calendar,
    /// 4
    Todos,
    /// 5
    Accounts,
    /// 6
    Reports,
}

/// What is gone through from time to time, each on a screen of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rite {
    /// The weekly sweep.
    Sweep,
    /// The funnel review.
    Review,
    /// The key-account review.
    KeyAccounts,
    /// The plan of a month's visits.
    CallPlan,
    /// The forecast call.
    ForecastCall,
}

/// A command that moves the cockpit and leaves the book alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Leave.
    Quit,
    /// Close what is on top.
    Back,
    /// Open what the cursor is on.
    Open,
    /// Another screen.
    Go(Place),
    /// All commands.
    Palette,
    /// Find anything.
    Find,
    /// A visit or a to-do from one line.
    Capture,
    /// The keys of this screen.
    Help,
    /// The other language.
    Language,
    /// A form for a new record of this screen's kind.
    New,
    /// A form for a new record of the second kind this screen shows.
    NewBeside,
    /// A form for what is chosen.
    Edit,
    /// Remove what is selected, or what the cursor is on.
    Remove,
    /// A form that closes a deal.
    Close,
    /// Start or end selecting several.
    Select,
    /// End selecting: what was selected has changed.
    Unselect,
    /// Select, or not, what the cursor is on.
    Toggle,
    /// Choose the order.
    Sort,
    /// Type a filter.
    Filter,
    /// A filter that was saved, 1 to 9.
    Saved(u8),
    /// Keep the filter of the list under a number, 1 to 9.
    Keep(u8),
    /// List or board.
    Board,
    /// The next currency.
    Currency,
    /// The next tab, or the one before.
    Tab(bool),
    /// What lies to the right, or to the left; at the edge the next tab.
    Side(bool),
    /// Open a review: of the funnel, or of the key accounts.
    Ritual(Rite),
    /// To the next problem of a review.
    Problem,
    /// Open what mends the worst that is wrong with a deal.
    Mend,
    /// The deal's form, on its next step.
    NextStep,
    /// A form that judges the chosen key account.
    Judge(Verdict),
    /// A form for the day of a planned visit, or of one that is proposed.
    Date,
    /// Stamp the ritual that is open.
    Stamp,
    /// A page on, or back.
    Page(bool),
    /// To the day that is today.
    ThisDay,
    /// What the cursor is on so many minutes later, or earlier.
    Shift(i64),
    /// A form for a new visit.
    NewVisit,
    /// A form that prepares a visit.
    Prepare,
    /// A form that tells what came of a visit.
    Debrief,
    /// The steps of a visit.
    Steps,
    /// The report of a visit, to the clipboard or into a file.
    VisitReport(bool),
    /// The week, to the clipboard or into a file.
    WeekReport(bool, bool),
    /// The plan of the month in sight, to the clipboard or into a file.
    PlanReport(bool),
    /// Where the week goes is chosen.
    Summary,
    /// Choose our strategy.
    Strategy,
    /// Choose a factor's tactic.
    Tactic,
    /// Choose the day that a to-do is put off to.
    Defer,
    /// The grade of answers to come.
    Grade,
    /// Notes in the person's own editor.
    Note,
    /// The account of the chosen deal.
    AccountOf,
    /// Why the odds of the chosen deal are what they are.
    Why,
    /// The lines that the last keys ran.
    Ran,
    /// What was said and planned: of the person, deal or account that is chosen.
    Timeline,
    /// A line of the grammar; `{}` stands for what is chosen, other names for what the screen fills in, and a name
    /// such as `{?other}` for what is picked from a list.
    Say(String),
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// The words of the commands that need no argument.
const WORDS: &[(&str, Command)] = &[
    ("quit", Command::Quit),
    ("back", Command::Back),
    ("open", Command::Open),
    ("palette", Command::Palette),
    ("find", Command::Find),
    ("capture", Command::Capture),
    ("help", Command::Help),
    ("language", Command::Language),
    ("new", Command::New),
    ("new beside", Command::NewBeside),
    ("edit", Command::Edit),
    ("remove", Command::Remove),
    ("close", Command::Close),
    ("select", Command::Select),
    ("toggle", Command::Toggle),
    ("sort", Command::Sort),
    ("filter", Command::Filter),
    ("board", Command::Board),
    ("currency", Command::Currency),
    ("tab", Command::Tab(true)),
    ("tab back", Command::Tab(false)),
    ("right", Command::Side(true)),
    ("left", Command::Side(false)),
    ("sweep", Command::Ritual(Rite::Sweep)),
    ("call plan", Command::Ritual(Rite::CallPlan)),
    ("date", Command::Date),
    ("forecast call", Command::Ritual(Rite::ForecastCall)),
    ("stamp", Command::Stamp),
    ("funnel review", Command::Ritual(Rite::Review)),
    ("key accounts", Command::Ritual(Rite::KeyAccounts)),
    ("next problem", Command::Problem),
    ("mend", Command::Mend),
    ("next step", Command::NextStep),
    ("verdict keep", Command::Judge(Verdict::Keep)),
    ("verdict lower", Command::Judge(Verdict::Lower)),
    ("verdict remove", Command::Judge(Verdict::Remove)),
    ("page", Command::Page(true)),
    ("page back", Command::Page(false)),
    ("this day", Command::ThisDay),
    ("later", Command::Shift(DAY)),
    ("earlier", Command::Shift(-DAY)),
    ("week later", Command::Shift(7 * DAY)),
    ("week earlier", Command::Shift(-7 * DAY)),
    ("quarter later", Command::Shift(15)),
    ("quarter earlier", Command::Shift(-15)),
    ("new visit", Command::NewVisit),
    ("prepare", Command::Prepare),
    ("debrief", Command::Debrief),
    ("steps", Command::Steps),
    ("copy visit", Command::VisitReport(false)),
    ("write visit", Command::VisitReport(true)),
    ("copy week", Command::WeekReport(false, false)),
    ("write week", Command::WeekReport(true, false)),
    ("copy last week", Command::WeekReport(false, true)),
    ("write last week", Command::WeekReport(true, true)),
    ("copy plan", Command::PlanReport(false)),
    ("write plan", Command::PlanReport(true)),
    ("summary", Command::Summary),
    ("strategy", Command::Strategy),
    ("tactic", Command::Tactic),
    ("defer", Command::Defer),
    ("grade", Command::Grade),
    ("note", Command::Note),
    ("its account", Command::AccountOf),
    ("timeline", Command::Timeline),
    ("why", Command::Why),
    ("last lines", Command::Ran),
    ("today", Command::Go(Place::Today)),
    ("funnel", Command::Go(Place::Funnel)),
    ("calendar", Command::Go(Place::Calendar)),
    ("todo list", Command::Go(Place::Todos)),
    ("reports", Command::Go(Place::Reports)),
    ("accounts", Command::Go(Place::Accounts)),
    ("account list", Command::Go(Place::Accounts)),
    ("compete", Command::Go(Place::Compete)),
    ("decide", Command::Go(Place::Decide)),
    ("manage", Command::Go(Place::Manage)),
    ("background", Command::Go(Place::Background)),
];

impl Command {
    /// The command of a line: one of the cockpit's own words, else a line of the grammar.
    pub fn of(line: &str) -> Self {
        let line = line.trim();
        if let Some(number) = line.strip_prefix("saved ").and_then(|text| text.parse().ok()) {
            return Self::Saved(number);
        }
        let kept = line.strip_prefix("keep ").and_then(|text| text.trim().parse().ok());
        if let Some(number) = kept.filter(|number| (1..=9).contains(number)) {
            return Self::Keep(number);
        }
        let own = WORDS.iter().find(|(word, _)| *word == line);
        own.map_or_else(|| Self::Say(line.to_owned()), |(_, command)| command.clone())
    }

    /// Whether the line is one of the grammar, not of the cockpit's own words.
    pub fn is_grammar(line: &str) -> bool {
        matches!(Self::of(line), Self::Say(_))
    }

    /// Whether the line is one that the cockpit or the grammar knows, placeholders filled.
    pub fn is_known(line: &str) -> bool {
        match Self::of(line) {
            Self::Say(line) => grammar::Command::parse(&sample(&line))
                .is_ok_and(|command| command.action().is_some() || command.only_reads()),
            _ => true,
        }
    }
}

/// A line with something in each of its placeholders.
fn sample(line: &str) -> String {
    let mut parts = line.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or(("", part));
        out.push_str(match name {
            "grade" => "told",
            "off" => "remove 4",
            _ => "4",
        });
        out.push_str(rest);
    }
    out
}
