# Everything a change must pass.
check:
    .ci/run

test *filter:
    cargo test {{filter}}

# The cockpit over a throw-away book with a sample pipeline.
demo *line:
    cargo run --release -- --demo {{line}}

bench *filter:
    cargo bench {{filter}}

# Writes the screens and tables in README.md again from what the program draws.
readme:
    UPDATE_README=1 cargo test --test readme
