#!/usr/bin/env bash
# Runs a command on the last commit in a bare machine: a minimal Debian 12 with this machine's Node and npm, the 64 MB of
# shared memory that containers have, and nothing else. Asks for root and debootstrap.
#
#   test/bare-root.sh FOLDER COMMAND
#
# The system is put into FOLDER once; the project and /tmp are new each time.
set -euo pipefail
export root=$1 command=$2
cd "$(dirname "$0")/.."

if [ ! -e "$root/usr/bin/npm" ]; then
  debootstrap --variant=minbase --include=ca-certificates bookworm "$root"
  # An installer or a container's engine would write this.
  echo '127.0.0.1 localhost' > "$root/etc/hosts"
  # How this machine reaches a registry, and whom it trusts for that, is true inside as well.
  for settings in globalconfig userconfig; do
    file=$(npm config get "$settings")
    if [ -e "$file" ]; then install -D "$file" "$root/$file"; fi
  done
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  cp "$(readlink -f "$(command -v node)")" "$root/usr/bin/node"
  mkdir -p "$root/usr/lib/node_modules"
  cp -r "$(npm root --global)/npm" "$root/usr/lib/node_modules/"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/bin/npx"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/bin/npm"
fi

rm -rf "$root/project" "$root/tmp"
mkdir "$root/project"
mkdir -m 1777 "$root/tmp"
git archive HEAD | tar -x -C "$root/project"

# What is mounted and started in here goes with it.
exec unshare --mount --pid --fork --kill-child bash -euc '
  mount --rbind /dev "$root/dev"
  mount -t tmpfs -o size=64m tmpfs "$root/dev/shm"
  mount -t proc proc "$root/proc"
  mount --rbind /sys "$root/sys"
  exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    chroot "$root" sh -c "cd /project && $command"
'
