using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Reminders;

/// <summary>Reminders of the deadlines of a program, through a mail server.</summary>
public sealed class ReminderTests : IDisposable
{
    private const string Bom = "Part Number,Manufacturer,Description,Qty,Country of Origin\nMAG-22,Secret Supplier,Hush-hush NdFeB magnet N42,2,China\n"
        + "MAG-30,Secret Supplier,SmCo magnet,1,\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_program_is_reminded_once_a_day_with_days_and_part_numbers_only() => Remind([]);

    [OnPostgresFact]
    public async Task A_program_is_reminded_once_a_day_on_postgresql_too() => await Remind(await TestDatabase.NewPostgres());

    [Fact]
    public async Task Nothing_is_sent_unencrypted_unless_that_is_wanted()
    {
        await using var mail = new MailReceiver();
        var sender = new MailSender(new MailOptions { Host = "127.0.0.1", Port = mail.Port, From = "sourcing@example.com" });

        await Should.ThrowAsync<ReminderFailedException>(() =>
            sender.Send(["pm@example.com"], "Sourcing deadlines", "text", TimeProvider.System.GetUtcNow(), CancellationToken.None));

        mail.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mail-host=smtp.example.com", "--mail-from")]
    [InlineData("mail-host=smtp.example.com mail-from=a@example.com mail-port=70000", "--mail-port")]
    [InlineData("mail-host=smtp.example.com mail-from=a@example.com mail-user=a", "--mail-password-file")]
    [InlineData("mail-host=smtp.example.com mail-from=a@example.com mail-starttls=maybe", "--mail-starttls")]
    public void An_option_that_cannot_be_used_is_named(string options, string named) =>
        Should.Throw<FormatException>(() => Read(options)).Message.ShouldContain(named);

    [Fact]
    public async Task A_password_goes_unencrypted_to_this_computer_only()
    {
        string file = Path.Combine(_folder.Path, "password");
        await File.WriteAllTextAsync(file, "secret");
        string login = $"mail-from=a@example.com mail-user=a mail-starttls=off mail-password-file={file}";

        Should.Throw<FormatException>(() => Read($"mail-host=smtp.example.com {login}")).Message.ShouldContain("unencrypted");
        Read($"mail-host=127.0.0.1 {login}").ShouldNotBeNull().User.ShouldBe("a");
    }

    [Fact]
    public void Without_a_host_there_is_no_mail() => Read("mail-from=a@example.com").ShouldBeNull();

    private static MailOptions? Read(string options) => MailOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(
        options.Split(' ').Select(option => KeyValuePair.Create(option.Split('=')[0], (string?)option.Split('=')[1]))).Build());

    private async Task Remind(string[] database)
    {
        await using var mail = new MailReceiver { IsBusy = true };
        await using RunningServer server = await RunningServer.Start(_folder.Path, ["--mail-host", "127.0.0.1", "--mail-port",
            mail.Port.ToString(CultureInfo.InvariantCulture), "--mail-from", "sourcing@example.com", "--mail-starttls", "off", .. database]);
        using HttpResponseMessage added = await server.Client.Http.PostAsJsonAsync("/api/v1/programs",
            new { name = "Falcon", deliveries = new[] { "2099-05-03" }, remindTo = new[] { "pm@example.com", "buyer@example.com" } });
        MultipartFormDataContent form = ServerClient.Form(("secret name.csv", Encoding.UTF8.GetBytes(Bom)));
        form.Add(ServerClient.Field("program", "Falcon"));
        form.Add(ServerClient.Field("delivery", "2026-12-15"));
        (await server.Client.Post(form, wait: 100)).Dispose();
        var reminders = server.Parts.GetRequiredService<ReminderSender>();

        (await reminders.SendDue(CancellationToken.None)).ShouldBe(0, "the mail server is busy");
        mail.IsBusy = false;
        (await reminders.SendDue(CancellationToken.None)).ShouldBe(1);
        (await reminders.SendDue(CancellationToken.None)).ShouldBe(0, "once a day");

        string sent = mail.Received.ShouldHaveSingleItem();
        sent.ShouldContain("RCPT TO:<pm@example.com>");
        sent.ShouldContain("RCPT TO:<buyer@example.com>");
        sent.ShouldContain("Subject: Sourcing deadlines: Falcon");
        sent.ShouldContain("MAG-22");
        sent.ShouldContain("2099-05-03");
        sent.ShouldNotContain("Secret", Case.Insensitive);
        sent.ShouldNotContain("Hush", Case.Insensitive);
    }
}
