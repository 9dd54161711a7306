using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Tests.Channels.Messages;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>The host with a mailbox beside it, and with a mail server by which it writes.</summary>
public sealed class MailboxApp : MessagesApp
{
    public const string Missing = "Dovecot is not installed here: apt-get install dovecot-imapd, or ./test, which does it.";

    internal Dovecot Box { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        if (Dovecot.Installed)
            await Box.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Box.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the timer does.</summary>
    public async Task<CollectMail.Collected> Collect() =>
        (await Use<CollectMail, Outcome<CollectMail.Collected>>(use => use.Run(new CollectMail.Command(), Actor.System, default))).Value;

    /// <summary>What was kept, with these words in it.</summary>
    internal async Task<List<(IncomingMessage Message, MessageWords Words)>> Kept(string words, InboxState? state = null)
    {
        var all = await Use<ChannelsDb, List<IncomingMessage>>(db => db.Inbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync());
        var read = await Use<InboxGate, List<(IncomingMessage, MessageWords)>>(gate =>
            Task.FromResult(all.Select(m => (m, gate.Open(m)!)).ToList())
        );
        return [.. read.Where(m => m.Item2.Text.Contains(words, StringComparison.Ordinal) && (state is null || m.Item1.State == state))];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (!Dovecot.Installed)
            return;
        foreach (var (name, value) in Box.Settings)
            builder.UseSetting(name, value);
    }
}
