using System.CommandLine;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying import letters</c></summary>
internal static class ImportCommand
{
    public static Command Make() => new("import", "导入外部数据");
}
