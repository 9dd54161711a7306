namespace Suiying.Registry.Model.Pack;

/// <summary>bases.csv: the articles that may be cited. The word 示例 may be cited without standing here.</summary>
internal sealed class BasesFile
{
    public const string Name = "bases.csv";

    private const string Example = "示例";

    private readonly HashSet<string> ids = [];

    public IReadOnlyList<LegalBasis> Bases { get; private init; } = [];

    public static BasesFile Read(PackFolder folder)
    {
        var rows = PackTable.Read(folder, Name, "id", "text", "verified")?.Rows ?? [];
        var bases = rows.Select(r => new LegalBasis(r.Text("id"), r.Text("text"), r.Flag("verified", false))).ToList();
        TreeCheck.Once(folder, Name, "id", bases.Zip(rows, (b, r) => (b.Id, r.Row)));
        var file = new BasesFile { Bases = bases };
        file.ids.UnionWith(bases.Select(b => b.Id));
        return file;
    }

    /// <summary>The id that a row cites: it is itself the citation that people read.</summary>
    public string Cited(PackRow row, string field)
    {
        var id = row.Text(field);
        if (IsUnknown(id))
            row.Report(field, Sentence(id), Expected);
        return id;
    }

    public string Cited(JsonPart part, string member)
    {
        var id = part.Text(member);
        if (IsUnknown(id))
            part.Report(member, Sentence(id), Expected);
        return id;
    }

    private static Phrase Expected => $"{Name} 的 id 或“{Example}”";

    private bool IsUnknown(string id) => id.Length > 0 && id != Example && !ids.Contains(id);

    private static Phrase Sentence(string id) => $"依据 {id} 在 {Name} 中不存在。";
}
