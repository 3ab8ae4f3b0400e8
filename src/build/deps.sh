#!/bin/sh
# Installs what building (run) or building and testing (test) needs and is missing, with the system's package manager, and says what it does.
# Asks nothing of the network when all is there.
set -eu
want=${1:-run}

libraries='ncursesw panelw sqlite3 libcjson libutf8proc minizip expat'
[ "$want" = run ] || libraries="$libraries cmocka vterm"

missing=
command -v "${CC:-cc}" >/dev/null 2>&1 || missing="$missing compiler"
if command -v pkg-config >/dev/null 2>&1; then
	for library in $libraries; do
		pkg-config --exists "$library" || missing="$missing $library"
	done
else
	missing="$missing pkg-config $libraries"
fi
if [ "$want" = test ]; then
	command -v python3 >/dev/null 2>&1 && python3 -c 'import jsonschema' 2>/dev/null ||
		/usr/bin/python3 -c 'import jsonschema' 2>/dev/null || missing="$missing jsonschema"
	command -v sqlite3 >/dev/null 2>&1 || missing="$missing sqlite3-shell"
	command -v jq >/dev/null 2>&1 || missing="$missing jq"
	command -v soffice >/dev/null 2>&1 || command -v libreoffice >/dev/null 2>&1 || missing="$missing office"
fi
[ -n "$missing" ] || exit 0
echo "missing:$missing"

# name of a need in each package manager: need apt dnf pacman brew (- : comes with another)
names='compiler gcc gcc gcc gcc
pkg-config pkg-config pkgconf-pkg-config pkgconf pkg-config
ncursesw libncurses-dev ncurses-devel ncurses ncurses
panelw libncurses-dev ncurses-devel ncurses ncurses
sqlite3 libsqlite3-dev sqlite-devel sqlite sqlite
libcjson libcjson-dev cjson-devel cjson cjson
libutf8proc libutf8proc-dev utf8proc-devel libutf8proc utf8proc
minizip libminizip-dev minizip-ng-compat-devel minizip minizip
expat libexpat1-dev expat-devel expat expat
cmocka libcmocka-dev libcmocka-devel cmocka cmocka
vterm libvterm-dev libvterm-devel libvterm libvterm
jsonschema python3-jsonschema python3-jsonschema python-jsonschema python-jsonschema
sqlite3-shell sqlite3 sqlite sqlite sqlite
jq jq jq jq jq
office libreoffice-calc libreoffice-calc libreoffice-still libreoffice'

if command -v apt-get >/dev/null 2>&1; then manager=apt column=2
elif command -v dnf >/dev/null 2>&1; then manager=dnf column=3
elif command -v pacman >/dev/null 2>&1; then manager=pacman column=4
elif command -v brew >/dev/null 2>&1; then manager=brew column=5
else
	echo "no apt, dnf, pacman or brew here: please install these yourself" >&2
	exit 1
fi

packages=
for need in $missing; do
	package=$(echo "$names" | awk -v need="$need" -v column="$column" '$1 == need { print $column }')
	case " $packages " in *" $package "*) ;; *) packages="$packages $package" ;; esac
done
[ "$manager" != apt ] || case " $packages " in *" gcc "*) packages="$packages libc6-dev" ;; esac

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "installing with $manager:$packages"
case $manager in
apt)
	$as_root apt-get update
	# shellcheck disable=SC2086
	DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends $packages
	;;
dnf) $as_root dnf install -y $packages ;;
pacman) $as_root pacman -Sy --needed --noconfirm $packages ;;
brew) brew install $packages ;;
esac
