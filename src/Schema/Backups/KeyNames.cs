using Suiying.People.Storage;

namespace Suiying.Schema.Backups;

/// <summary>Which keys of the seal lie in a folder; their secrets are not read.</summary>
internal static class KeyNames
{
    private const string Prefix = "seal-";

    public static IReadOnlyList<string> In(KeyFolder folder) =>
        Directory.Exists(folder.Path) ? Of(Directory.EnumerateFiles(folder.Path).Select(path => Path.GetFileName(path))) : [];

    public static IReadOnlyList<string> Of(IEnumerable<string> files) =>
        [
            .. files
                .Where(f => f.StartsWith(Prefix, StringComparison.Ordinal) && f.EndsWith(".key", StringComparison.Ordinal))
                .Select(f => Path.GetFileNameWithoutExtension(f)[Prefix.Length..]),
        ];
}
