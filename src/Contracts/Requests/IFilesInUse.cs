namespace Suiying.Contracts.Requests;

/// <summary>Whoever keeps names of files in what is encrypted, where no query finds them, answers this before files that nothing holds are deleted.</summary>
public interface IFilesInUse
{
    /// <summary>Names of all files that are held now.</summary>
    Task<IReadOnlySet<string>> Files(CancellationToken ct);
}

/// <summary>All who hold files, asked one after the other.</summary>
public static class FilesInUse
{
    /// <summary>Names of all files that any of these holds.</summary>
    public static async Task<HashSet<string>> AllFiles(this IEnumerable<IFilesInUse> holders, CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var holder in holders)
            names.UnionWith(await holder.Files(ct));
        return names;
    }
}
