/** The demo company's mail server: takes all mail by SMTP, shows it, and delivers none of it. */
package dev.parley.sandbox.mail;
