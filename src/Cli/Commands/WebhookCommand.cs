using System.CommandLine;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Webhooks;
using Suiying.Kernel;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying webhook add|list|test|revoke</c>: other programs that are told of public requests.</summary>
internal static class WebhookCommand
{
    public static Command Make() =>
        new("webhook", Say.In("状态推送：公开的诉求有了变化，告诉其他程序")) { Add(), List(), Test(), Revoke() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = Say.In("给谁用") };
        var address = new Argument<string>("ADDRESS") { Description = Say.In("对方接收推送的 https 网址") };
        var command = new Command("add", Say.In("添加状态推送；签名密钥只显示这一次")) { name, address };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new AddWebhook.Command
                {
                    Name = parsed.GetRequiredValue(name),
                    Address = parsed.GetRequiredValue(address),
                    Events = Enum.GetValues<WebhookEvent>(),
                };
                var outcome = await office.Use<AddWebhook, Outcome<AddWebhook.Added>>(add => add.Run(request, Actor.System, ct));
                if (!outcome.Ok(out var added, out var refusal))
                    return Say.No(refusal);
                Say.Done($"编号 {added.Id}，给“{added.Name}”。密钥只显示这一次，请立即抄下：");
                // Other programs take the last word.
                return Say.Done($"secret {added.Secret}");
            }
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", Say.In("列出状态推送的编号、名称、网址和状态"));
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var outcome = await office.Use<ListWebhooks, Outcome<IReadOnlyList<Webhook>>>(list => list.Run(Actor.System, ct));
                if (!outcome.Ok(out var webhooks, out var refusal))
                    return Say.No(refusal);
                foreach (var webhook in webhooks)
                    Say.Done($"{webhook.Id}\t{webhook.Name}\t{webhook.Address}\t{(Phrase)WebhookPage.StateOf(webhook)}");
                return Say.Done($"共 {webhooks.Count} 个。");
            }
        );
        return command;
    }

    private static Command Test()
    {
        var id = Id();
        var command = new Command("test", Say.In("发一条测试，说出对方的答复")) { id };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new SendWebhookTest.Command { Webhook = parsed.GetRequiredValue(id) };
                var outcome = await office.Use<SendWebhookTest, Outcome<SendWebhookTest.Sent>>(t => t.Run(request, Actor.System, ct));
                if (!outcome.Ok(out var sent, out var refusal))
                    return Say.No(refusal);
                return sent.Problem is { } problem
                    ? Say.No(new Refusal(RefusalKind.Conflict, "not_taken", $"没有送达：{(Phrase)problem}。"))
                    : Say.Done($"已送达，对方答复 {sent.Status}。");
            }
        );
        return command;
    }

    private static Command Revoke()
    {
        var id = Id();
        var command = new Command("revoke", Say.In("停用状态推送，立即生效")) { id };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new SwitchWebhook.Command { Webhook = parsed.GetRequiredValue(id), To = WebhookTurn.Revoke };
                var outcome = await office.Use<SwitchWebhook, Outcome<Done>>(s => s.Run(request, Actor.System, ct));
                return outcome.Ok(out _, out var refusal) ? Say.Done("推送已停用。") : Say.No(refusal);
            }
        );
        return command;
    }

    private static Argument<Guid> Id() => new("ID") { Description = Say.In("编号，见 webhook list") };
}
