using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>Budgets: what is small can be read.</summary>
public static class Sizes
{
    private const int Longest = 300;
    private const int Most = 170;
    private const int Kernel = 1500;
    private const int FilesPerAction = 4;

    public static FileRule No_source_file_is_longer_than_300_lines { get; } =
        new(
            tree => tree.Code.Where(p => tree.Length(p) > Longest).Select(p => $"{p} has {tree.Length(p)} lines, at most {Longest}."),
            SourceTree.Of(("src/Requests/Model/Long.cs", Text(301)), ("src/Requests/Model/Short.cs", Text(300))),
            "Long.cs has 301"
        );

    public static FileRule Nine_of_ten_source_files_are_under_170_lines { get; } =
        new(
            tree =>
            {
                var all = tree.Code.ToList();
                var long170 = all.Where(p => tree.Length(p) >= Most).ToList();
                return long170.Count * 10 > all.Count ? [$"{long170.Count} of {all.Count}: {string.Join(", ", long170)}"] : [];
            },
            SourceTree.Of([.. Enumerable.Range(1, 9).Select(i => ($"src/A/{i}.cs", Text(i < 3 ? 170 : 10)))]),
            "2 of 9"
        );

    public static FileRule The_kernel_is_small { get; } =
        new(
            tree => tree.Under("src/Kernel/", ".cs").Sum(tree.Length) is var sum && sum > Kernel ? [$"Kernel has {sum} lines."] : [],
            SourceTree.Of(("src/Kernel/A.cs", Text(800)), ("src/Kernel/B.cs", Text(701))),
            "1501"
        );

    public static FileRule One_business_action_has_at_most_four_files { get; } =
        new(
            tree =>
                Features
                    .Folders(tree)
                    .Select(folder => (folder, Count: tree.Under(folder + "/", "").Count()))
                    .Where(f => f.Count > FilesPerAction)
                    .Select(f => $"{f.folder} has {f.Count} files."),
            SourceTree.Of([
                ("src/Requests/RequestsModule.cs", "class RequestsModule : IModule"),
                .. "ABCDE".Select(c => ($"src/Requests/Features/SignRequest/{c}.cs", "")),
            ]),
            "SignRequest has 5"
        );

    private static string Text(int lines) => string.Concat(Enumerable.Repeat("x\n", lines));
}
