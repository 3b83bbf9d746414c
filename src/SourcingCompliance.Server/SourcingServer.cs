using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Api;
using SourcingCompliance.Server.Callbacks;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Pages;
using SourcingCompliance.Server.Reminders;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server;

/// <summary>Puts the server together.</summary>
public static class SourcingServer
{
    private const long FormOverheadBytes = 4 << 20;

    /// <summary>A server that is ready to start.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FormatException">An option cannot be used.</exception>
    public static WebApplication Create(string[] args, TimeProvider time)
    {
        // An appsettings.json of the folder in which the server happens to be started is not the user's word: only the one next to the program counts.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = ServerOptions.From(builder.Configuration);
        // A name that resolves to loopback is no way in from a page of another site (DNS rebinding).
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.Logging.AddFilter("Quartz", LogLevel.Critical).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            // What keeps the server from starting is told in one sentence by whoever started it.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            // It warns that keys are not encrypted; they lie in a folder that only the user may read.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // No setting of any file or variable adds an address to those below.
        builder.WebHost.PreferHostingUrls(false).UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Configure();
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaximumUploadBytes + FormOverheadBytes;
            // Loopback only: there are no accounts, so whoever reaches the port may read every report.
            if (options.Port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(options.Port);
            }
        });
        PrivateFiles.PrepareDataFolder(options.DataFolder);
        if (options.Database is null)
        {
            // Servers that share a database share the folder too.
            DataFolderLock taken = DataFolderLock.Take(options.DataFolder);
            builder.Services.AddSingleton(_ => taken);
        }

        AddParts(builder.Services, options, time);
        WebApplication server = builder.Build();
        Map(server);
        server.Lifetime.ApplicationStarted.Register(() => Announce(server, options));
        return server;
    }

    private static void AddParts(IServiceCollection parts, ServerOptions options, TimeProvider time)
    {
        parts.AddSingleton(options).AddSingleton(time).AddSingleton(new AccessToken(options.AccessToken));
        parts.AddSingleton<Database>().AddSingleton<RunStore>().AddSingleton<ProfileStore>().AddSingleton<UploadFolder>().AddSingleton<RunDeletion>();
        parts.AddSingleton<ProgramStore>().AddSingleton<PartStore>().AddSingleton<NoteStore>().AddSingleton<ReminderStore>().AddSingleton<ProgramDefaults>();
        parts.AddSingleton<UploadReader>().AddSingleton<UploadIntake>().AddSingleton<KeptFiles>().AddSingleton<CheckReader>();
        parts.AddSingleton<HistoryStore>().AddSingleton<CheckViewStore>().AddSingleton<LedgerFolder>().AddSingleton<TrialCheck>();
        parts.AddSingleton<NewestChecks>().AddSingleton<AnswerIntake>().AddSingleton<SupplierRequests>().AddSingleton<RequestWork>();
        parts.AddSingleton<LedgerArchive>().AddSingleton<Rechecks>();
        parts.AddSingleton<CallbackStore>().AddSingleton<CallbackTargets>().AddSingleton<CallbackSecret>().AddSingleton<CallbackClient>();
        parts.AddSingleton<CallbackSender>().AddHostedService(services => services.GetRequiredService<CallbackSender>());
        parts.AddHostedService<PartFill>();
        parts.AddSingleton<ReminderSender>().AddHostedService(services => services.GetRequiredService<ReminderSender>());
        PageEndpoints.Add(parts);
        parts.AddHostedService<StartUp>().AddHostedService<WarmUp>();
        parts.AddSingleton<Housekeeping>().AddHostedService(services => services.GetRequiredService<Housekeeping>());
        Scheduling.Add(parts, options);
        RequestLimits.Add(parts, options);
        string keys = Path.Combine(options.DataFolder, "keys");
        PrivateFiles.CreateFolder(keys);
        parts.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(keys)).SetApplicationName("sourcing");
        parts.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "sourcing-forgery";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.HttpOnly = true;
            forgery.SuppressXFrameOptionsHeader = true;
        });
        parts.AddProblemDetails();
        // A number is a number and never a string, here and in the description of the interface.
        parts.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        parts.AddRazorComponents();
        // Letters and signs of any language stand in the pages as they are; what would be markup is escaped all the same.
        parts.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        parts.AddOpenApi("v1", document => document.AddDocumentTransformer(async (description, context, cancellation) =>
        {
            InterfaceDescription.DescribeAll(description);
            InterfaceDescription.DescribeCalls(description, await context.GetOrCreateSchemaAsync(typeof(CheckEvent), null, cancellation));
        }));
    }

    private static void Map(WebApplication server)
    {
        server.Use(next => context => RequestGuard.Handle(context, next));
        server.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Problems.Write,
            // A full disk is no defect: it is answered in a sentence and needs no trace in the log.
            SuppressDiagnosticsCallback = failed => StorageProblem.From(failed.Exception) is not null,
        });
        server.UseHostFiltering();
        server.UseMiddleware<AccessGuard>();
        server.UseRateLimiter();
        server.MapOpenApi("/openapi/{documentName}.json");
        CheckEndpoints.Map(server);
        ProgramEndpoints.Map(server);
        PartEndpoints.Map(server);
        EvidenceEndpoints.Map(server);
        NoteEndpoints.Map(server);
        HealthEndpoints.Map(server);
        PageEndpoints.Map(server);
    }

    /// <summary>The address of a started server, with the token.</summary>
    /// <param name="server">The server.</param>
    public static Uri GetAddress(WebApplication server)
    {
        ArgumentNullException.ThrowIfNull(server);
        string address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? "http://localhost";
        return new Uri($"{address}/{server.Services.GetRequiredService<AccessToken>().Query}");
    }

    private static void Announce(WebApplication server, ServerOptions options)
    {
        Console.WriteLine($"Open {GetAddress(server)}");
        Console.WriteLine("The server listens on this computer only: there are no accounts. To share it, put a proxy with a login before it.");
        Console.WriteLine(options.AccessToken is null
            ? "No access token is needed (--access-token off): every user and program of this computer may read every report."
            : "The token in the address is the key; programs send it as 'Authorization: Bearer'.");
        Console.WriteLine($"Uploads and reports are kept in {options.DataFolder} ({(options.Database is null ? "SQLite" : "PostgreSQL")}). Stop with Ctrl+C.");
    }
}
