#!/usr/bin/env bash
# A scripted visitor: visit.sh NAME PROGRAM FOLDER DROPPER. Starts the real window on a virtual screen and uses it as a person
# would; the program's status file (docs/window.md) says when to go on, so nothing waits for a guessed time. What was on
# the screen stays in FOLDER.
set -euo pipefail

name=$1
program=$2
folder=$3
dropper=$4  # tool/drop_file.cpp

if [[ ${VISIT_INSIDE:-} != yes && $name != no_display ]]; then
    export VISIT_INSIDE=yes
    exec xvfb-run -a -s "-screen 0 1280x800x24 -noreset" "$0" "$@"
fi

rm -rf "$folder"
mkdir -p "$folder/config" "$folder/data"
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data"
status=$folder/status
touch "$status"
pid=

fail() {
    echo "FAILED: $*" >&2
    echo "--- the window's last words:" >&2
    grep -v '^point' "$status" | tail -20 >&2
    [[ -n $pid ]] && kill "$pid" 2>/dev/null
    exit 1
}

open_window() {
    "$program" --scale 1 --status "$status" "$@" 2>"$folder/errors" &
    pid=$!
}

# Waits for a line of the status file that matches; only lines after number $mark count.
mark=0
await() {
    local line
    line=$(timeout ${PATIENCE:-120} grep -m1 -nE "$1" < <(tail -n "+$((mark + 1))" -F --pid="$pid" "$status" 2>/dev/null)) ||
        fail "never heard '$1': $(cat "$folder/errors")"
    mark=$((mark + ${line%%:*}))
    heard=${line#*:}
}

# For a program that is started again.
listen_anew() {
    status=$status.again
    touch "$status"
    mark=0
}

shot() { import -window root "$folder/$1.png"; }

# Share of the figure's picture that has the zone's blue, in parts of ten thousand.
blue() {
    convert "$folder/$1.png" -crop 560x600+330+70 +repage -fx '(b>r+0.10)&&(b>g+0.06)' \
        -format '%[fx:round(10000*mean)]' info:
}

# Away and back to the front: then the camera rests where the last report says.
look_again() {
    for view in 2 1; do
        xdotool key "$view"
        await '^idle'
    done
}

close_window() {
    xdotool key ctrl+q
    wait "$pid" || fail "the window ended with code $?"
    pid=
}

# The figure's most lonely trigger point of the last report, so that a click means it and no other: "ID X Y".
lonely_point() {
    awk '/^point/ { if (fresh) { n = 0; fresh = 0 } id[n] = $2; x[n] = $3; y[n] = $4; n++ }
         /^idle/ { fresh = 1 }
         END { best = -1
               for (i = 0; i < n; i++) {
                   near = 1e9
                   for (j = 0; j < n; j++) if (j != i) {
                       d = (x[i] - x[j])^2 + (y[i] - y[j])^2; if (d < near) near = d }
                   if (x[i] > 330 && x[i] < 890 && y[i] > 80 && y[i] < 690 && near > best) { best = near; b = i } }
               print id[b], x[b], y[b] }' "$status"
}

# Clicks that point and looks for its zone in the picture.
click_lonely_point() {
    shot body
    read -r id x y < <(lonely_point)
    xdotool mousemove "$x" "$y" click 1
    await '^selected '
    [[ $heard == "selected $id" ]] || fail "a click on $id at $x,$y gave '$heard'"
    await '^idle'
    shot clicked
    (($(blue clicked) > $(blue body) + 100)) || fail "$id was clicked, but its zone is not on the screen"
}

search_and_click() {
    open_window --size 1280x800
    await '^ready'
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 400
    xdotool key ctrl+k
    xdotool type --delay 5 "headache behind the eye"
    await '^results [a-z]'
    xdotool key Return
    await '^selected [a-z_]+\.[0-9]+:left'
    found=${heard#selected }
    await '^idle'
    shot found
    (($(blue found) > 100)) || fail "$found was chosen, but no zone is on the screen"

    xdotool mousemove 640 300
    xdotool key Escape
    await '^selected nothing'
    xdotool key f
    await '^idle'
    click_lonely_point
    xdotool key ctrl+z
    await '^selected nothing'
    close_window
}

# What is set up in the window is so again when it is opened the next time.
settings_kept() {
    open_window --size 1280x800
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 400 key F4
    await '^idle'
    shot settings
    xdotool key Escape t c
    await '^idle'
    close_window
    grep -q 'theme = "dark"' "$folder/config/myoatlas/settings.toml" || fail "the dark window was not remembered"
    grep -q 'palette = "calm"' "$folder/config/myoatlas/settings.toml" || fail "the colour was not remembered"
}

# Every way in and every mode, by the keyboard alone, to a picture in a folder that has to be made first.
modes() {
    export XDG_PICTURES_DIR=$folder/pictures/of/mine
    open_window --size 1024x640
    await '^zones ready'
    await '^idle'
    shot start
    xdotool key F2
    await '^idle'
    shot learn
    xdotool key ctrl+k
    xdotool type --delay 5 "piriformis"
    await '^results piriformis'
    xdotool key Return
    await '^selected piriformis.1:left'
    await '^idle'
    xdotool mousemove 500 300 key F5
    await '^idle'
    shot present
    xdotool key period
    await '^selected [a-z_]+\.[0-9]+'
    await '^idle'
    xdotool key Escape
    await '^idle'
    xdotool key ctrl+s
    await '^notice Saved .*png'
    file=${heard#notice Saved }
    [[ -s $file && $file == "$XDG_PICTURES_DIR"/* ]] || fail "there is no picture $file"
    # What was said fades by itself, though nobody touches anything.
    await '^idle'
    await '^idle'
    shot faded
    close_window
}

# Whoever types on without waiting for the search box to be ready loses nothing, and presses no shortcut by it.
quick_typing() {
    open_window --size 1280x800
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 400
    xdotool key slash type --delay 0 headache
    await '^results [a-z]'
    await '^idle'
    quick=$(grep '^results' "$status" | tail -1)
    [[ $quick == *temporalis* ]] || fail "typed quickly 'headache' found '$quick'"
    xdotool key ctrl+a BackSpace
    await '^results *$'
    xdotool type --delay 200 headache
    await "^$quick\$"
    grep -q '^selected' "$status" && fail "a typed letter was taken for a shortcut"
    shot typed
    close_window
}

small_window() {
    open_window --size 1024x640 --point infraspinatus.1:right
    await '^selected infraspinatus.1:right'
    await '^zones ready'
    await '^idle'
    shot small
    (($(blue small) > 100)) || fail "the zone asked for is not on the screen"
    xdotool mousemove 500 300
    close_window
}

# The window opens with what is valid, and says that something is not.
broken_data() {
    mkdir -p "$folder/data/myoatlas/data/muscles" "$folder/config/myoatlas"
    echo 'id = "broken' >"$folder/data/myoatlas/data/muscles/broken.toml"
    echo 'theme = [' >"$folder/config/myoatlas/settings.toml"
    open_window --size 1280x800
    await '^notice .*settings'
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 400
    xdotool key ctrl+p
    await '^idle'
    shot problems
    xdotool key Escape
    xdotool key bracketright
    await '^selected [a-z_]+\.[0-9]+:left'
    close_window
    [[ $(cat "$folder/config/myoatlas/settings.toml") == 'theme = [' ]] || fail "the broken settings were written over"
}

# What was recorded happens again.
replay() {
    open_window --size 1280x800 --record "$folder/recording"
    await '^zones ready'
    await '^idle'
    read -r id x y < <(lonely_point)
    xdotool mousemove "$x" "$y" click 1
    await "^selected $id"
    await '^idle'
    xdotool key x
    await '^selected '
    other=$heard
    await '^idle'
    close_window
    mv "$status" "$folder/status.recorded"
    touch "$status"
    mark=0
    # Another first start: the recording has seen the hint as well.
    rm -rf "$folder/config/myoatlas"
    open_window --size 1280x800 --replay "$folder/recording"
    await "^selected $id"
    await "^$other"
    wait "$pid" || fail "the replay ended with code $?"
}

# Where a region's middle lies in the last report: "X Y".
region_at() {
    awk -v id="$1" '/^idle/ { fresh = 1 } /^(region|point)/ && fresh { delete at; fresh = 0 }
         $1 == "region" { at[$2] = $3 " " $4 } END { print at[id] }' "$status"
}

# Presses on the first region's middle, goes on through the others, and lets go.
paint_over() {
    local x y pressed=no
    for region in "$@"; do
        read -r x y < <(region_at "$region")
        [[ -n $x ]] || fail "$region is not in sight"
        xdotool mousemove "$x" "$y"
        if [[ $pressed == no ]]; then
            xdotool mousedown 1
            pressed=yes
        fi
    done
    xdotool mousemove_relative 3 3 mouseup 1
    await '^matches [a-z]'
    await '^idle'
}

# Comes nearer to a region.
near() {
    local x y
    read -r x y < <(region_at "$1")
    [[ -n $x ]] || fail "$1 is not in sight"
    xdotool mousemove "$x" "$y"
    for ((i = 0; i < $2; i++)); do xdotool click 4; done
    await '^idle'
}

start_painting() {
    open_window --size 1280x800
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 300
    xdotool key b
    await '^painting'
    await '^idle'
}

# The matches of the last drawing up to the first so many.
among_first() { # COUNT MUSCLE
    grep '^matches' "$status" | tail -1 | sed 's/;.*//' | tr ' ' '\n' | sed 1d | cut -d. -f1 | awk '!seen[$0]++' |
        head -"$1" | grep -qx "$2"
}

# One paints a headache, the heel and the outer leg, and finds the muscles that are known for them.
paint() {
    start_painting
    xdotool key 4
    await '^idle'
    near temple:right 6
    paint_over temple:right
    paint_over mastoid:right lateral_neck:right
    shot headache
    among_first 5 upper_trapezius || fail "no upper trapezius for a headache: $(grep '^matches' "$status" | tail -1)"
    xdotool key ctrl+z
    await '^matches'
    xdotool key ctrl+z
    await '^matches$'
    xdotool key ctrl+y
    await '^matches [a-z]'
    xdotool key ctrl+l
    await '^matches$'

    xdotool key 1 f
    await '^idle'
    xdotool key 6
    await '^idle'
    near heel_plantar:left 8
    paint_over heel_plantar:left
    shot heel
    among_first 3 soleus || fail "no soleus for the heel: $(grep '^matches' "$status" | tail -1)"
    among_first 5 gastrocnemius_medial || fail "no gastrocnemius for the heel: $(grep '^matches' "$status" | tail -1)"
    xdotool key ctrl+l
    await '^matches$'

    xdotool key f 3
    await '^idle'
    for _ in 1 2 3; do xdotool key braceright; done
    await '^idle'
    paint_over lateral_thigh:left lateral_leg:left
    shot leg
    among_first 3 gluteus_minimus_anterior || fail "no gluteus minimus: $(grep '^matches' "$status" | tail -1)"
    grep '^matches' "$status" | tail -1 | grep -q 'cautions .*nerve root' || fail "no word about nerve roots"
    xdotool key ctrl+shift+s
    await '^notice Saved .*json'
    file=${heard#notice Saved }
    "$program" locate --drawing "$file" | grep -q 'gluteus_minimus_anterior' || fail "the saved drawing is not understood"
    rm -f "$file"
    xdotool key Escape
    await '^painting ended'
    close_window
}

# Whoever asks for the search while painting, or types a path where the search box is not drawn, is not left waiting.
search_from_anywhere() {
    start_painting
    paint_over temple:right
    xdotool key ctrl+k
    xdotool type --delay 5 "knee pain"
    await '^painting ended'
    await '^results [a-z]'
    await '^idle'
    shot found
    xdotool key Escape
    await '^results *$'
    xdotool key Escape
    await '^idle'
    xdotool mousemove 640 300 key b
    await '^painting'
    xdotool key ctrl+z # the drawing is still there, and so is the way back
    await '^matches$'
    xdotool key ctrl+y
    await '^matches [a-z].*painted temple:right'
    xdotool key ctrl+o
    await '^model choose'
    await '^button path'
    await '^idle'
    xdotool key slash type --delay 5 "tmp"
    await '^idle'
    shot dialog
    xdotool key Escape
    await '^model closed'
    close_window
}

# A drawing outlives the program, however it ends.
kept_drawing() {
    start_painting
    paint_over temple:right
    until [[ -s $folder/data/myoatlas/drawing.json ]]; do :; done
    kill -9 "$pid"
    wait "$pid" 2>/dev/null || true
    listen_anew
    start_painting
    shot offered
    xdotool key ctrl+shift+d
    await '^matches [a-z].*painted temple:right'
    await '^idle'
    shot back
    close_window

    listen_anew
    start_painting # ended as one ends it: kept as well
    xdotool key ctrl+shift+d
    await '^matches [a-z].*painted temple:right'
    xdotool key ctrl+l
    await '^matches$'
    close_window

    listen_anew
    start_painting # nothing was left on the skin: nothing to offer
    xdotool key ctrl+shift+d b
    await '^painting ended'
    grep -q '^matches [a-z]' "$status" && fail "a drawing came back that was taken away"
    close_window
}

# One evening of learning with a set clock, and the next: a failure, what is relearned, an overruled grade, an answer
# taken back, a stop in the middle. All of it without a mouse.
evening=1796155200
open_quiz() { # SECONDS
    open_window --clock "$1"
    await '^zones ready'
    until grep -q '^learner ready' "$status"; do :; done
    xdotool mousemove 640 790 key F7
    await '^quiz choose'
    await '^idle'
    xdotool key ctrl+Return
    await '^quiz ask '
}

quiz_evenings() {
    open_quiz $evening
    first=${heard#quiz ask }
    await '^idle'
    shot asked
    xdotool key ctrl+j ctrl+g # a hint, and then "show me"
    await "^quiz told $first"
    await '^graded 1 '
    await '^idle'
    shot shown
    xdotool key n
    await '^quiz ask '
    second=${heard#quiz ask }
    [[ $second != "$first" ]] || fail "the card that was just failed came again at once"
    xdotool key ctrl+g
    await '^graded 1 '
    xdotool key 4 # overruled
    await '^graded 4 '
    xdotool key ctrl+b # taken back: it is asked again
    await "^quiz ask $second"
    xdotool key ctrl+g
    await '^graded 1 '
    xdotool key 4
    await '^graded 4 '
    xdotool key n
    await '^quiz ask '
    third=${heard#quiz ask }
    xdotool key Escape # stopped in the middle, and gone on with
    await '^quiz choose'
    xdotool key ctrl+Return
    await "^quiz ask $third"
    xdotool key ctrl+g
    await '^graded 1 '
    close_window

    listen_anew
    open_quiz $((evening + 120)) # what was failed is relearned within minutes
    again=${heard#quiz ask }
    [[ $again == "$first" || $again == "$third" ]] || fail "asked $again, but $first and $third were failed"
    xdotool key ctrl+g
    await '^graded 1 '
    xdotool key 3
    await '^graded 3 '
    close_window

    listen_anew
    open_quiz $((evening + 86400)) # the next evening what was failed is due, and what was easy is not
    due=${heard#quiz ask }
    [[ $due == "$first" || $due == "$third" ]] || fail "asked $due on the next evening, but $first and $third are due"
    await '^idle'
    shot next_evening
    xdotool key Escape
    await '^quiz choose'
    close_window
    [[ -s $folder/data/myoatlas/study.db ]] || fail "nothing was kept"
}

# A teacher's exam to its report; a set with a mistake is told with its line and the nearest id.
quiz_exam() {
    export XDG_PICTURES_DIR="$folder/pictures"
    mkdir -p "$folder/pictures"
    printf 'title = "Shoulder"\nmuscles = ["infraspinatis"]\n' >"$folder/bad.toml"
    printf 'title = "Shoulder"\nmuscles = ["infraspinatus"]\nkinds = ["nerve", "action"]\nnumber = 2\nminutes = 5\npass = 60\n' \
        >"$folder/set.toml"
    open_window --clock $evening --exam "$folder/bad.toml"
    await '^exam refused .*bad.toml:2:.*infraspinatus'
    await '^idle'
    shot refused
    close_window
    listen_anew
    open_window --clock $evening --exam "$folder/set.toml"
    await '^quiz exam'
    await '^zones ready'
    await '^idle'
    shot exam
    xdotool mousemove 640 790 key ctrl+Return
    await '^quiz ask '
    for question in 1 2; do
        await '^idle'
        shot "question_$question"
        xdotool type --delay 5 "suprascapular C5 C6 turns the arm outwards, holds the head of the humerus in the socket"
        await '^idle'
        xdotool key ctrl+Return
        await '^quiz (ask|exam_ended)'
    done
    await '^idle'
    shot result
    close_window
    grep -q '"passed": true' "$folder/pictures/myoatlas_exam_1.json" || fail "the exam was not passed"
    [[ $(wc -l <"$folder/pictures/myoatlas_exam_1.csv") -ge 3 ]] || fail "no row for each question"
    file "$folder/pictures/myoatlas_exam_1.png" | grep -q 'PNG image' || fail "no report"
}

# A figure of somebody's own: a built-in body's skin as a plain file without the program's landmarks.
make_model() { # NAME BODY
    "$program" mesh --body "$2" --layers skin -o "$folder/skin.glb"
    sed 's#landmark/#a_place_/#g' "$folder/skin.glb" >"$folder/$1.glb"
    rm "$folder/skin.glb"
}

# Clicks on a button of the dialogue, by the name that the last report gives it.
press() {
    local x y
    read -r x y < <(awk -v id="$1" '$1 == "button" && $2 == id { at = $3 " " $4 } END { print at }' "$status")
    [[ -n $x ]] || fail "there is no button $1"
    xdotool mousemove "$x" "$y" click 1
}

open_file() {
    xdotool mousemove 640 300
    xdotool key ctrl+o
    await '^model choose'
    await '^button path'
    await '^idle'
    press path
    await '^idle'
    xdotool type --delay 5 "$1"
    await '^idle'
    xdotool key Return
}

# A model that the product makes itself is opened in the running window.
open_model() {
    make_model me female
    open_window --size 1280x800
    await '^body male'
    await '^zones ready'
    await '^idle'
    open_file "$folder/me.glb"
    await '^model place'
}

# A file is opened in the running window; zones are seen on it, and the built-in figure comes back.
own_model() {
    open_model
    await '^button fit'
    await '^idle'
    shot placed
    press fit
    await '^model working'
    await '^model closed'
    await '^body me'
    await '^notice The built-in body lies on this one'
    await '^idle'
    xdotool mousemove 640 300
    look_again
    click_lonely_point
    xdotool mousemove 640 300
    xdotool key ctrl+o
    await '^button male'
    await '^idle'
    press male
    await '^body male'
    await '^idle'
    close_window
}

# Lets a file fall onto the middle of the window.
drop() {
    local window
    window=$(xdotool search --onlyvisible --name Myoatlas | head -1)
    timeout 60 "$dropper" "$window" 640 300 "$1" || fail "the window did not take $1"
}

# What falls onto the window is opened: a folder, a file that is no figure, and a figure.
dropped_file() {
    make_model me male
    mkdir "$folder/a folder"
    mv "$folder/me.glb" "$folder/a folder/me%20.glb" # a name that must not be decoded twice
    echo 'no figure at all' >"$folder/letter.obj"
    open_window --size 1280x800
    await '^zones ready'
    await '^idle'
    drop "$folder/a%20folder"
    await '^model choose'
    await '^idle'
    shot folder
    drop "$folder/letter.obj"
    await '^model working'
    await '^notice .*letter.obj'
    await '^idle'
    drop "$folder/a%20folder/me%2520.glb"
    await '^model working'
    await '^model place'
    await '^button fit'
    await '^idle'
    shot placed
    xdotool mousemove 640 300 key Escape
    await '^model choose'
    xdotool key Escape
    await '^model closed'
    close_window
}

# Whoever cancels keeps the body and its zones, and can begin anew.
cancelled_model() {
    open_model
    for way in button key; do
        await '^button fit'
        await '^idle'
        press fit
        await '^model working'
        await '^button cancel'
        await '^idle'
        if [[ $way == button ]]; then press cancel; else xdotool mousemove 640 300 key Escape; fi
        await '^model place'
    done
    shot kept
    xdotool mousemove 640 300 key Escape
    await '^model choose'
    xdotool key Escape
    await '^model closed'
    await '^idle'
    grep -q '^body me' "$status" && fail "a figure was shown though it was cancelled"
    look_again
    click_lonely_point
    close_window
}

# Muscles and bones of a set take the place of those that were made, through the dialogue's other page.
anatomy_set() {
    "$program" mesh --body male --layers muscles,skeleton -o "$folder/set.glb"
    open_window --size 1280x800
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 300 key ctrl+o
    await '^button sets'
    await '^idle'
    press sets
    await '^button folder'
    await '^idle'
    press path
    await '^idle'
    xdotool type --delay 5 "$folder/nothing.glb"
    await '^idle'
    xdotool key Return
    await '^notice .*nothing.glb'
    await '^idle'
    press path
    await '^idle'
    xdotool key ctrl+a
    xdotool type --delay 5 "$folder/set.glb"
    await '^idle'
    xdotool key Return
    await '^model working'
    await '^model closed'
    await '^notice [0-9]+ structures were taken from the anatomy set'
    (($(cut -d' ' -f2 <<<"$heard") > 100)) || fail "hardly anything was taken: $heard"
    await '^idle'
    shot set
    xdotool mousemove 640 300
    look_again
    click_lonely_point
    close_window
}

# The keys for larger and smaller text do so, also where the scale was given.
larger_text() {
    local first larger
    open_window --size 1280x800
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 300 key ctrl+o
    await '^button path'
    first=$heard
    await '^idle'
    xdotool key ctrl+equal
    await '^button path'
    larger=$heard
    await '^idle'
    shot larger
    (($(cut -d' ' -f4 <<<"$larger") > $(cut -d' ' -f4 <<<"$first") + 10)) || fail "'$first' became '$larger'"
    xdotool key ctrl+minus
    await "^$first\$"
    close_window
}

# The old body stays, and a sentence says why.
broken_model() {
    make_model me female
    head -c 40000 "$folder/me.glb" >"$folder/torn.glb"
    echo 'no figure at all' >"$folder/letter.obj"
    open_window --size 1280x800 --body "$folder/torn.glb"
    await '^body male'
    await '^notice .*torn.glb'
    torn=$heard
    [[ $torn == *'cannot be read'* || $torn == *'broken'* || $torn == *'truncated'* ]] || fail "it said '$torn'"
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 300
    xdotool key Escape
    await '^model closed'
    await '^idle'
    open_file "$folder/letter.obj"
    await '^notice .*letter.obj'
    await '^idle'
    shot sentence
    xdotool mousemove 640 300
    xdotool key Escape
    await '^model closed'
    await '^idle'
    read -r id x y < <(lonely_point)
    xdotool mousemove "$x" "$y" click 1
    await "^selected $id"
    close_window
}

# Twelve clicks with the mouse; the last of a pair may be left out. They are kept beside the model.
landmarks() {
    make_model me male
    open_window --size 1280x800
    await '^zones ready'
    await '^idle'
    open_file "$folder/me.glb"
    await '^button landmarks'
    await '^idle'
    press landmarks
    for ((k = 0; k < 12; k++)); do
        await "^landmark $k "
        read -r _ _ x y <<<"$heard"
        await '^idle'
        [[ $k != 8 ]] || shot halfway
        if ((k == 11)); then
            press Skip
        else
            xdotool mousemove "$x" "$y" click 1
        fi
    done
    await '^model landmark 12 of 12'
    await '^button fit'
    await '^idle'
    shot all
    press fit
    await '^body me'
    await '^notice The built-in body lies on this one'
    await '^idle'
    [[ $(grep -c '^id' "$folder/me.glb.landmarks.toml") == 12 ]] || fail "the landmarks were not kept beside the model"
    xdotool mousemove 640 300
    look_again
    read -r id x y < <(lonely_point)
    xdotool mousemove "$x" "$y" click 1
    await "^selected $id"
    await '^idle'
    close_window
}

# Shortcuts follow what a keyboard prints; where it prints no Latin letter, or digits only with Shift, they follow the place
# that the key has elsewhere. Keys are pressed by what they print without Shift on that layout.
keyboard() { # LAYOUT, keys that mean: next point, other side, undo, points, paint, back view, nearer, compare rivals
    local layout=$1 next=$2 side=$3 undo=$4 points=$5 paint=$6 back=$7 nearer=$8 rivals=$9 front point before
    setxkbmap -layout "$layout"
    open_window --size 1280x800
    await '^zones ready'
    await '^idle'
    xdotool mousemove 640 300
    front=$(visible_points)
    xdotool key "$back"
    await '^idle'
    [[ $(visible_points) != "$front" ]] || fail "$back does not show the back"
    xdotool key "$points"
    await '^idle'
    [[ -z $(visible_points) ]] || fail "$points does not hide the points"
    xdotool key "$points"
    await '^idle'
    xdotool key "$next"
    await '^selected [a-z_]+\.[0-9]+:left'
    point=${heard%:left}
    await '^idle'
    before=$(visible_points)
    xdotool key "$nearer"
    await '^idle'
    [[ $(visible_points) != "$before" ]] || fail "$nearer does not come nearer"
    xdotool key "$side"
    await "^$point:right"
    xdotool key "ctrl+$undo"
    await "^$point:left"
    await '^idle'
    xdotool key "$rivals"
    await '^pinned [a-z]'
    await '^idle'
    xdotool key "$paint"
    await '^painting'
    await '^idle'
    xdotool key Escape
    await '^painting ended'
    shot end
    close_on "$layout"
}

# The points of the last report with their places.
visible_points() {
    awk '/^point/ { points = points $0 "\n" } /^idle/ { last = points; points = "" } END { printf "%s", last }' "$status"
}

# Leaves by the keyboard: where it prints no Q, by the key at its place.
close_on() {
    case $1 in
        ru) xdotool key ctrl+Cyrillic_shorti ;;
        gr) xdotool key ctrl+semicolon ;;
        *) xdotool key ctrl+q ;;
    esac
    wait "$pid" || fail "the window ended with code $?"
    pid=
}

keyboard_de() { keyboard de bracketright x z d b 2 plus q; }
keyboard_fr() { keyboard fr bracketright x z d b eacute equal q; }
keyboard_ru() {
    keyboard ru Cyrillic_hardsign Cyrillic_che Cyrillic_ya Cyrillic_ve Cyrillic_i 2 equal Cyrillic_shorti
}
keyboard_gr() { keyboard gr bracketright Greek_chi Greek_zeta Greek_delta Greek_beta 2 equal semicolon; }

# The window in the pseudo-language: English words find what they find in English, and every state is shown.
pseudo() {
    open_window --size 1280x800 --lang en-XA
    await '^zones ready'
    await '^idle'
    shot start
    xdotool mousemove 640 300 key ctrl+k
    xdotool type --delay 5 "headache behind the eye"
    await '^results [a-z]'
    await '^idle'
    shot results
    xdotool key Return
    await '^selected [a-z_]+\.[0-9]+:left'
    await '^idle'
    shot point
    xdotool mousemove 640 300 key b
    await '^painting'
    await '^idle'
    shot painting
    xdotool key Escape
    await '^painting ended'
    xdotool key F1
    await '^idle'
    shot help
    xdotool key Escape ctrl+o
    await '^model choose'
    await '^button path'
    await '^idle'
    shot model
    close_window
}

no_display() {
    code=0
    env -u DISPLAY -u WAYLAND_DISPLAY "$program" 2>"$folder/errors" || code=$?
    [[ $code == 1 ]] || fail "without a display the exit code was $code"
    grep -q '^myoatlas: no window can be opened' "$folder/errors" || fail "it said: $(cat "$folder/errors")"
    grep -q 'myoatlas render' "$folder/errors" || fail "it does not say what to do: $(cat "$folder/errors")"
}

"$name"
echo "$name: well"
