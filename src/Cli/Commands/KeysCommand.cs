using System.CommandLine;
using System.Globalization;
using Suiying.Kernel;
using Suiying.People.Features;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying keys list|rotate</c></summary>
internal static class KeysCommand
{
    public static Command Make() => new("keys", Say.In("身份密封的密钥")) { List(), Rotate() };

    private static Command List()
    {
        var command = new Command("list", Say.In("列出密钥的编号、生成时间、每个密钥封存的身份份数；不显示密钥内容"));
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var outcome = await office.Use<ListKeys, Outcome<ListKeys.View>>(list => list.Run(Actor.System, ct));
                if (!outcome.Ok(out var view, out var refusal))
                    return Say.No(refusal);
                foreach (var (kind, key) in view.Seal.Select(k => ((Phrase)"加密", k)).Concat(view.Index.Select(k => ((Phrase)"索引", k))))
                    Say.Done($"{kind}\t{key.Id}\t{Tell(key.MadeAt)}\t{key.Records}\t{State(key)}");
                Phrase under = view.UnderWay is null ? "" : "正在轮换。";
                return Say.Done($"共 {view.Identities} 份身份，{view.Remaining} 份不在现用密钥之下。{under}");
            }
        );
        return command;
    }

    private static Command Rotate()
    {
        var finish = new Option<bool>("--finish") { Description = Say.In("只把上次没有做完的轮换做完，不再造新密钥") };
        var reason = new Option<string>("--reason") { Description = Say.In("为什么轮换，记入轮换记录"), DefaultValueFactory = _ => "" };
        var rotate = new Command("rotate", Say.In("轮换身份密封的密钥，并用新密钥重新密封所有身份；不用停止服务")) { finish, reason };
        rotate.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new RotateKeys.Command { AddKeys = !parsed.GetValue(finish), Reason = parsed.GetRequiredValue(reason) };
                var outcome = await office.Use<RotateKeys, Outcome<RotateKeys.Result>>(keys => keys.Run(request, Actor.System, ct));
                return outcome.Ok(out var done, out var refusal)
                    ? Say.Done($"重新密封了 {done.Resealed} 份身份，现用密钥 {done.KeyId}。请备份密钥文件夹。")
                    : Say.No(refusal);
            }
        );
        return rotate;
    }

    private static string Tell(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "-";

    private static Phrase State(ListKeys.Line key) =>
        key.Missing ? "文件缺失"
        : key.InForce ? "在用"
        : "旧密钥";
}
