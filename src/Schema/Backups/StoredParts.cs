namespace Suiying.Schema.Backups;

/// <summary>Where a photo stands in an archive.</summary>
internal static class StoredParts
{
    private const string Prefix = "files/";

    public static string NameOf(string file) => $"{Prefix}{file[..2]}/{file}";

    public static bool IsFile(string part) => part.StartsWith(Prefix, StringComparison.Ordinal);

    public static IReadOnlyList<(string Name, BackupPart Part)> In(BackupManifest manifest) =>
        [.. manifest.Parts.Where(p => IsFile(p.Name)).Select(p => (p.Name[(p.Name.LastIndexOf('/') + 1)..], p))];

    /// <summary>Photos whose content is not that of their name.</summary>
    public static IReadOnlyList<string> Damaged(BackupManifest manifest) =>
        [.. In(manifest).Where(f => f.Name != f.Part.Sha256).Select(f => f.Name)];
}
