using System.CommandLine;
using System.Globalization;
using Suiying.Channels.Features;
using Suiying.Channels.Model;
using Suiying.Kernel;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying key add|list|revoke</c>: who may hand in requests by Open311. A running server heeds it at once.</summary>
internal static class KeyCommand
{
    public static Command Make() => new("key", Say.In("接口密钥：其他程序凭它提交诉求")) { Add(), List(), Revoke() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = Say.In("给谁用") };
        var command = new Command("add", Say.In("发一个接口密钥；密钥只显示这一次，运行中的服务立即认可")) { name };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new AddApiKey.Command { Name = parsed.GetRequiredValue(name) };
                var outcome = await office.Use<AddApiKey, Outcome<AddApiKey.Added>>(add => add.Run(request, Actor.System, ct));
                if (!outcome.Ok(out var added, out var refusal))
                    return Say.No(refusal);
                Say.Done($"编号 {added.Id}，给“{added.Name}”。密钥只显示这一次，请立即抄下：");
                // Other programs take the last word.
                return Say.Done($"api_key {added.Secret}");
            }
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", Say.In("列出接口密钥的编号、名称、发放、最近使用和停用时间"));
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var outcome = await office.Use<ListApiKeys, Outcome<IReadOnlyList<ApiKey>>>(list => list.Run(Actor.System, ct));
                if (!outcome.Ok(out var keys, out var refusal))
                    return Say.No(refusal);
                foreach (var key in keys)
                    Say.Done(
                        $"{key.Id}\t{key.Name}\t{Tell(key.CreatedAt)}\t{(key.UsedAt is { } used ? (Phrase)Tell(used) : (Phrase)"从未使用")}\t{(key.RevokedAt is { } end ? (Phrase)$"{Tell(end)} 已停用" : (Phrase)"在用")}"
                    );
                return Say.Done($"共 {keys.Count} 个。");
            }
        );
        return command;
    }

    private static Command Revoke()
    {
        var key = new Argument<string>("KEY") { Description = Say.In("编号，或名称（停用这个名称的全部密钥）") };
        var reason = new Option<string>("--reason")
        {
            Description = Say.In("为什么停用，记入变更记录"),
            DefaultValueFactory = _ => Say.In("由命令行停用"),
        };
        var command = new Command("revoke", Say.In("停用接口密钥，立即生效")) { key, reason };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new RevokeApiKey.Command { Key = parsed.GetRequiredValue(key), Reason = parsed.GetRequiredValue(reason) };
                var outcome = await office.Use<RevokeApiKey, Outcome<RevokeApiKey.Revoked>>(r => r.Run(request, Actor.System, ct));
                return outcome.Ok(out var done, out var refusal) ? Say.Done($"停用了 {done.Keys} 个接口密钥。") : Say.No(refusal);
            }
        );
        return command;
    }

    private static string Tell(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
