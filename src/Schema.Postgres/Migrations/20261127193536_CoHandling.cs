using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CoHandling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CoDisputes",
                table: "requests_requests",
                type: "integer",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "CoUnits",
                table: "requests_requests",
                type: "text",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.CreateTable(
                name: "requests_cohandlings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    To = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SignDueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    InterimAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentBack = table.Column<int>(type: "integer", nullable: false),
                    Ordered = table.Column<bool>(type: "boolean", nullable: false),
                    Rating = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Fair = table.Column<bool>(type: "boolean", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_cohandlings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_cohandlings_requests_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_CoDisputes_Serial",
                table: "requests_requests",
                columns: new[] { "CoDisputes", "Serial" },
                filter: "\"CoDisputes\" > 0"
            );

            migrationBuilder.CreateIndex(name: "IX_requests_cohandlings_RequestId", table: "requests_cohandlings", column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_cohandlings_To_EndedAt",
                table: "requests_cohandlings",
                columns: new[] { "To", "EndedAt" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_cohandlings");

            migrationBuilder.DropIndex(name: "IX_requests_requests_CoDisputes_Serial", table: "requests_requests");

            migrationBuilder.DropColumn(name: "CoDisputes", table: "requests_requests");

            migrationBuilder.DropColumn(name: "CoUnits", table: "requests_requests");
        }
    }
}
