import './base.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { keepTheme } from './theme.ts'

keepTheme()
mount(App, { target: document.getElementById('app')! })
