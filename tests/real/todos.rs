//! To-do files of other programs: as many tasks as were counted, nothing lost, and the same again.

use quarterdeck::domain::todo::{Priority, Todo, TodoState};

use crate::book::*;

const TASKWARRIOR: &str = "todo-taskwarrior/export.json";

fn truth() -> serde_json::Value {
    serde_json::from_slice::<serde_json::Value>(&data("GROUND_TRUTH.json")).unwrap()["todo"].clone()
}

#[test]
fn every_line_of_todo_txt_is_counted() {
    if !at_hand() {
        return;
    }
    let truth = truth();
    let files = truth.as_object().unwrap().iter().filter(|(path, _)| path.starts_with("todo-todotxt"));
    let mut count = 0;
    for (path, wanted) in files {
        count += 1;
        let mut book = Book::new();
        let [made, changed, same, rejected] = book.take(path);
        assert_eq!((changed, same, rejected), (0, 0, 0), "{path}");
        let todos: Vec<Todo> = book.every();
        let is_done = |todo: &&Todo| todo.state == TodoState::Done;
        let tagged = |sign: char| {
            let has = |todo: &&Todo| {
                let tags = todo.tags.as_deref().unwrap_or_default();
                tags.split(',').any(|tag| !tag.is_empty() && tag.starts_with('@') == (sign == '@'))
            };
            todos.iter().filter(has).count()
        };
        let is_due = |todo: &&Todo| todo.due.is_some() || todo.extra.0.contains_key("due");
        let found = serde_json::json!({
            "lines": wanted["lines"],
            "tasks": made,
            "done": todos.iter().filter(is_done).count(),
            "with_priority_not_done": todos.iter().filter(|todo| todo.priority.is_some() && !is_done(todo)).count(),
            "with_due": todos.iter().filter(is_due).count(),
            "with_project": tagged('+'),
            "with_context": tagged('@'),
        });
        assert_eq!(&found, wanted, "{path}");
        assert_eq!(book.take(path), [0, 0, made, 0], "{path}");
    }
    assert_eq!(count, 9);
}

#[test]
fn every_task_of_taskwarrior_comes_with_all_it_has() {
    if !at_hand() {
        return;
    }
    let wanted = &truth()[TASKWARRIOR];
    let mut book = Book::new();
    assert_eq!(book.take(TASKWARRIOR), [33, 0, 0, 0]);
    let todos: Vec<Todo> = book.every();
    let count = |is: &dyn Fn(&Todo) -> bool| todos.iter().filter(|todo| is(todo)).count();
    let has = |key: &'static str| count(&move |todo: &Todo| todo.extra.0.contains_key(key));
    let state = |state: TodoState| count(&move |todo: &Todo| todo.state == state);
    assert_eq!(
        serde_json::json!({
            "pending": state(TodoState::Open),
            "completed": state(TodoState::Done),
            "deleted": state(TodoState::Dropped),
        }),
        wanted["status"]
    );
    assert_eq!(
        [
            count(&|todo| todo.due.is_some()),
            count(&|todo| todo.tags.is_some()),
            has("depends"),
            count(&|todo| todo.priority == Some(Priority::High)),
            has("imask"),
        ],
        [4, 5, 2, 1, 1]
    );
    let notes = todos.iter().filter_map(|todo| todo.notes.as_deref()).map(|notes| notes.lines().count());
    assert_eq!(notes.sum::<usize>(), 9);
    let projects: std::collections::BTreeSet<&String> =
        todos.iter().filter_map(|todo| todo.extra.0.get("project")).collect();
    assert_eq!(serde_json::json!(projects), wanted["projects"]);
    assert_eq!(book.take(TASKWARRIOR), [0, 0, 33, 0]);
}

#[test]
fn tasks_of_todoist_and_calcurse_come_with_what_stands_above_them() {
    if !at_hand() {
        return;
    }
    let mut book = Book::new();
    let path = "todo-todoist/todoist_template.csv";
    assert_eq!(book.take(path), [3, 0, 0, 0]);
    assert_eq!(book.take(path), [0, 0, 3, 0]);
    let sections: Vec<Option<String>> =
        book.every::<Todo>().iter().map(|todo| todo.extra.0.get("section").cloned()).collect();
    let section = Some("Test section".to_owned());
    assert_eq!(sections, [None, section.clone(), section]);
    let path = "todo-calcurse/todo";
    let lines = String::from_utf8(data(path)).unwrap().lines().count();
    let mut book = Book::new();
    assert_eq!(book.take(path), [lines, 0, 0, 0]);
    assert_eq!(book.take(path), [0, 0, lines, 0]);
    let done = book.every::<Todo>().iter().filter(|todo| todo.state == TodoState::Done).count();
    assert_eq!(done, String::from_utf8(data(path)).unwrap().matches("[-").count());
}
