using Suiying.Kernel;

namespace Suiying.Schema.Backups;

/// <summary>Why a backup, a restore or a check was not done.</summary>
public static class Refusals
{
    public static Refusal Damaged(string path, string how) =>
        new(RefusalKind.Invalid, "backup_damaged", $"备份 {path} 已损坏：{how}。什么都没有改动，请换另一份备份。");

    public static Refusal Newer(string path, string version) =>
        new(RefusalKind.Conflict, "backup_newer", $"备份 {path} 由更新的版本（{version}）制作，请先升级本程序，再用它恢复。");

    public static Refusal NoFile(string path) => new(RefusalKind.NotFound, "backup_missing", $"没有文件 {path}。");

    public static Refusal NoKeys(string folder) =>
        new(RefusalKind.NotFound, "keys_missing", $"{folder} 里没有密钥。请用 --keys 指定密钥的文件夹，或不用 --with-keys。");

    public static Refusal Exists(string path) =>
        new(RefusalKind.Conflict, "backup_exists", $"{path} 已经存在，没有覆盖。请换一个文件名，或给出一个文件夹。");

    public static Refusal WrongContent(string path, BackupContent content) =>
        new(
            RefusalKind.Invalid,
            "backup_content",
            content == BackupContent.Keys ? $"{path} 是密钥备份，请用 --keys-from 给出。" : $"{path} 是数据备份，不是密钥备份。"
        );

    public static Refusal WrongDatabase(string made, string here) =>
        new(RefusalKind.Conflict, "backup_database", $"这份备份来自 {made}，目标是 {here}。请用 --db 指定 {made} 的数据库。");

    public static Refusal Occupied(string place) =>
        new(
            RefusalKind.Conflict,
            "restore_occupied",
            $"{place} 已有数据，没有覆盖。请用 --db 和 --var 指定新的位置，或用 --force：原有数据库会改名保留。"
        );

    public static Refusal InUse(string place) =>
        new(RefusalKind.Conflict, "restore_in_use", $"{place} 正在使用，请先停止服务再恢复。什么都没有改动。");

    public static Refusal NoDatabase(string place) =>
        new(RefusalKind.NotFound, "database_missing", $"没有数据库 {place}。请用 --db 或 --var 指定。");

    public static Refusal NoSpace(string folder, long needed, long free) =>
        new(
            RefusalKind.Conflict,
            "disk_full",
            $"{folder} 所在磁盘空间不足：需要约 {needed / 1_000_000:N0} MB，剩余 {free / 1_000_000:N0} MB。什么都没有改动。"
        );

    public static Refusal BadDatabase(string what) =>
        new(RefusalKind.Invalid, "database_damaged", $"数据库检查没有通过：{what}。什么都没有改动。");

    public static Refusal Unreachable(string place, string why) =>
        new(RefusalKind.Conflict, "database_unreachable", $"无法使用数据库 {place}：{why}。");
}
