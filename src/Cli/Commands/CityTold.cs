using Suiying.Kernel;
using Suiying.Schema.Backups;

namespace Suiying.Cli.Commands;

/// <summary>What verify and restore found, told: faults on standard error with tabs, the summary on standard output.</summary>
internal static class CityTold
{
    private const int MostFiles = 100;

    public static void Differences(IReadOnlyList<CountDiffers> differences)
    {
        foreach (var differs in differences)
            Say.Aside($"行数不同 rows\t{differs.Table}\t备份 {differs.Archived:N0}\t恢复 {differs.Restored:N0}");
    }

    public static void Damaged(IReadOnlyList<string> files) => Files("照片已损坏 damaged", files);

    public static void Report(CityReport city)
    {
        foreach (var fault in city.Journal.Faults)
            Say.Aside($"流转记录 journal\t{fault.Number ?? "-"}\t{fault.Position}\t{(Phrase)fault.Text}");
        Files("缺少照片 missing", city.FilesMissing);
        Files("没有工单引用的照片 unreferenced", city.FilesUnnamed);
        foreach (var (key, count) in city.Unreadable)
            Say.Aside($"缺少密钥 key\t{key}\t{count:N0} 份身份信息不能读取，直到恢复密钥（--keys-from）");
        Say.Done(
            $"{city.Journal.Requests:N0} 件工单，{city.Journal.Steps:N0} 条流转记录，{city.Journal.FaultCount:N0} 处问题；"
                + $"{city.FilesNamed:N0} 张照片，缺 {city.FilesMissing.Count:N0} 张，无引用 {city.FilesUnnamed.Count:N0} 张；"
                + $"{city.Identities:N0} 份身份信息，其中 {city.Unreadable.Values.Sum():N0} 份因缺密钥不能读取。"
        );
    }

    private static void Files(Phrase what, IReadOnlyList<string> files)
    {
        foreach (var file in files.Take(MostFiles))
            Say.Aside($"{what}\t{file}");
        if (files.Count > MostFiles)
            Say.Aside($"{what}\t还有 {files.Count - MostFiles:N0} 张");
    }
}
