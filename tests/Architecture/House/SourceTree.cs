using System.Collections.Frozen;

namespace Suiying.Architecture.House;

/// <summary>The files of the repository, or a small one made up to break a rule.</summary>
public sealed class SourceTree
{
    private static readonly FrozenSet<string> NotOurs = [".git", "artifacts", "node_modules", "var", "bin", "obj", ".vs", ".idea", "lib"];

    private static readonly Lazy<SourceTree> Repository = new(() => Load(FindRoot()));

    private readonly FrozenDictionary<string, Lazy<string>> files;

    private SourceTree(IEnumerable<KeyValuePair<string, Lazy<string>>> files) =>
        this.files = files.ToFrozenDictionary(StringComparer.Ordinal);

    public static SourceTree Real => Repository.Value;

    /// <summary>Paths from the root with slashes, sorted.</summary>
    public IEnumerable<string> Paths => files.Keys.Order(StringComparer.Ordinal);

    public string Text(string path) => files[path].Value;

    public bool Has(string path) =>
        files.ContainsKey(path) || files.Keys.Any(p => p.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    public IEnumerable<string> Lines(string path) => Text(path).Split('\n').Select(line => line.TrimEnd('\r'));

    /// <summary>Number of lines as an editor counts them.</summary>
    public int Length(string path) => Lines(path).Reverse().SkipWhile(line => line.Length == 0).Count();

    /// <summary>Files under a folder with one of the extensions; migrations are generated and not among them.</summary>
    public IEnumerable<string> Under(string folder, params string[] extensions) =>
        Paths.Where(p =>
            p.StartsWith(folder, StringComparison.Ordinal)
            && extensions.Any(e => p.EndsWith(e, StringComparison.Ordinal))
            && !p.Contains("/Migrations/", StringComparison.Ordinal)
        );

    /// <summary>Source that people write: C# and Razor under src.</summary>
    public IEnumerable<string> Code => Under("src/", ".cs", ".razor");

    /// <summary>Folders of the modules: those with a class that implements IModule.</summary>
    public IEnumerable<string> Modules =>
        Under("src/", "Module.cs")
            .Where(p => p.Count(c => c == '/') == 2 && Text(p).Contains(": IModule", StringComparison.Ordinal))
            .Select(p => p[..p.LastIndexOf('/')]);

    public static SourceTree Of(params (string Path, string Text)[] files) =>
        new(files.Select(f => KeyValuePair.Create(f.Path, new Lazy<string>(f.Text))));

    private static SourceTree Load(string root) =>
        new(
            Walk(new DirectoryInfo(root))
                .Select(file =>
                    KeyValuePair.Create(
                        Path.GetRelativePath(root, file.FullName).Replace('\\', '/'),
                        new Lazy<string>(() => File.ReadAllText(file.FullName))
                    )
                )
        );

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Where(f => !NotOurs.Contains(f.Name))
            .Concat(folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Suiying.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Suiying.slnx above {AppContext.BaseDirectory}.");
    }
}
