using System.CommandLine;
using System.Globalization;
using Suiying.Channels.Features;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying export open311 --from --to FILE</c></summary>
internal static class ExportCommand
{
    public static Command Make() => new("export", Say.In("导出数据")) { Open311() };

    private static Command Open311()
    {
        var file = new Argument<string>("FILE") { Description = Say.In("写到这个 CSV 文件") };
        var from = new Option<DateOnly?>("--from") { Description = Say.In("登记日期从这一天起，如 2026-03-01"), CustomParser = Day };
        var to = new Option<DateOnly?>("--to") { Description = Say.In("登记日期到这一天止（含）"), CustomParser = Day };
        var command = new Command("open311", Say.In("导出公开诉求，列名同 Open311 GeoReport；不含任何人写的文字")) { file, from, to };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var (first, last, path) = (parsed.GetValue(from), parsed.GetValue(to), parsed.GetRequiredValue(file));
                if (first > last)
                    return Say.No(Refusal.Invalid(new FieldProblem("--from", "开始日期晚于结束日期。")));
                var zone = await office.Use<ICityRegistry, TimeZoneInfo>(r => Task.FromResult(r.Current.Calendar.Zone));
                var outcome = await WholeFile.Write(
                    "FILE",
                    path,
                    stream =>
                        office.Use<ExportOpen311Requests, Outcome<int>>(export =>
                            export.Run(
                                new ExportOpen311Requests.Command
                                {
                                    Filter = new ViewFilter { From = Start(first, zone), Before = Start(last?.AddDays(1), zone) },
                                    To = stream,
                                    Progress = Say.Progress("已导出", null),
                                },
                                ct
                            )
                        )
                );
                return outcome.Ok(out var rows, out var refusal) ? Say.Done($"导出 {rows} 件到 {path}。") : Say.No(refusal);
            }
        );
        return command;
    }

    private static DateTimeOffset? Start(DateOnly? day, TimeZoneInfo zone)
    {
        if (day is not { } date)
            return null;
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static DateOnly? Day(System.CommandLine.Parsing.ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        argument.AddError(Say.In($"“{text}”不是日期，应如 2026-03-01。"));
        return null;
    }
}
